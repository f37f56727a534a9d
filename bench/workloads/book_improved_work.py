"""Business work: the same workbook with one load and one save, and the formats of the template's cells kept.

Only cells that exist are emptied; values go into the cells that stand there, so that formats, widths and what other sheets
refer to stay. What the CSV file holds decides the types, as pandas would: whole numbers, numbers, text.
"""

import csv

from openpyxl import load_workbook

from book_files import book_items, books_told

MEASURES_PAYLOAD = True


def typed(text):
    """A number if it is one, else the text; nothing for an empty field."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


def write_table(sheet, rows):
    """Put a table at the top left of a sheet, cell by cell, and empty whatever stood there before."""
    for row in sheet.iter_rows():
        for cell in row:
            cell.value = None
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def task(item):
    with open(item["csv"], newline="", encoding="utf-8") as file:
        header, *body = csv.reader(file)
    book = load_workbook(item["template"])
    sheet = book[item["sheet"]] if item["sheet"] in book.sheetnames else book.create_sheet(item["sheet"])
    write_table(sheet, [header, *([typed(text) for text in row] for row in body)])
    book.save(item["target"])
    return {"target": item["target"], "rows": len(body)}


items, checksum = book_items, books_told
