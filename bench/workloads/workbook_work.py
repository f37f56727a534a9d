"""Real work: write a small Excel workbook with openpyxl into memory, open it again and read a cell. Holds the GIL."""

from io import BytesIO
from zlib import crc32

from openpyxl import Workbook, load_workbook

from made_text import made_numbers, made_words, window

MEASURES_PAYLOAD = True
ROWS = 60
HEADER = ("asset", "station", "reading", "share", "note", "checked")


def task(item):
    book = Workbook()
    sheet = book.active
    sheet.append(HEADER)
    for row in item:
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    read = load_workbook(file).active
    return (read.max_row, read.cell(row=2, column=3).value, read.cell(row=len(item) + 1, column=5).value)


def items(cell):
    words, numbers = iter(made_words(4 * ROWS)), iter(made_numbers(4 * ROWS, 1_000_000))
    base = [
        (index, next(words), next(numbers), next(numbers) / 8, next(words), index % 2 == 0) for index in range(2 * ROWS)
    ]
    return [window(base, index, ROWS) for index in range(cell["task_count"])]


def checksum(results):
    return format(crc32(repr(results).encode()), "08x")
