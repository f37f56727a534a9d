"""CSV files, a workbook template with formats and formulas, and the comparison of workbooks cell by cell."""

import csv
import os

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from business_files import kept, outputs, told
from made_text import made_numbers, made_words

#: As in the repository's tests: a CSV file of about 7 kB a workbook.
ROWS, COLUMNS = 100, 10
MOST_FILES = 40
SHEET, OVERVIEW = "data", "overview"


def make_csv(file, seed):
    words, numbers = iter(made_words(ROWS, seed)), iter(made_numbers(ROWS * COLUMNS, 1_000_000, seed))
    with open(file, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["case", *(f"load_{column}" for column in range(1, COLUMNS))])
        for _ in range(ROWS):
            # An eighth is exact in binary: it comes back from a workbook as it went in.
            writer.writerow([next(words), *(next(numbers) / 8 for _ in range(COLUMNS - 1))])


def make_template(file):
    """A sheet whose cells have formats and rows of an earlier, longer result; another that refers to it."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    pale, line = PatternFill("solid", fgColor="FFF2F2F2"), Side(style="hair", color="FF999999")
    for row in range(1, ROWS + 21):
        for column in range(1, COLUMNS + 3):
            cell = sheet.cell(row, column, 0.5 if row > 1 else f"old_{column}")
            cell.number_format = "0.00" if column > 1 else "@"
            cell.border = Border(bottom=line)
            if row % 2:
                cell.fill = pale
            if column == 1:
                cell.font, cell.alignment = Font(italic=True), Alignment(indent=1)
    sheet.column_dimensions["A"].width = 24
    overview = book.create_sheet(OVERVIEW)
    for column in range(2, COLUMNS + 1):
        letter = get_column_letter(column)
        overview.cell(column, 1, f"={SHEET}!{letter}1")
        overview.cell(column, 2, f"=MAX({SHEET}!{letter}2:{letter}{ROWS + 1})").number_format = "0.000"
    book.save(file)


def make_inputs(folder):
    make_template(folder / "template.xlsx")
    for index in range(MOST_FILES):
        make_csv(folder / f"case{index:03}.csv", 100 + index)


def book_items(cell):
    """One item a workbook: its template, its CSV file, and where it is to be written. Files are used again after forty."""
    folder, out = kept(cell, "books", make_inputs), outputs()
    return [
        {
            "template": os.path.join(folder, "template.xlsx"),
            "csv": os.path.join(folder, f"case{index % MOST_FILES:03}.csv"),
            "target": os.path.join(out, f"case{index:03}.xlsx"),
            "sheet": SHEET,
        }
        for index in range(cell["task_count"])
    ]


def look_of(cell):
    return (cell.number_format, cell.fill.fgColor.rgb, cell.font.i, cell.border.bottom.style, cell.alignment.indent)


def cells_of(path):
    """Every cell that holds something, of every sheet: place, value and look.

    The first row of the data counts without its look: pandas gives a header a look of its own, over the template's.
    """
    book = load_workbook(path)
    found = []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    header = sheet.title == SHEET and cell.row == 1
                    found.append((sheet.title, cell.coordinate, cell.value, None if header else look_of(cell)))
    return found


def books_told(results):
    return told([cells_of(result["target"]) for result in results])
