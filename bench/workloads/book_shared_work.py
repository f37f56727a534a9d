"""Business work that must not run in parallel: several CSV files into ONE workbook, a task each.

So do the two thread variants of AssetUtilities. Every task loads the workbook, changes its sheet and rewrites the whole
file: what another wrote meanwhile is lost, and a file that is read while it is written is no workbook. A task that fails is
told in its result and the rest goes on, as there; the checksum then says what the file really holds.
"""

import csv
import os
import shutil
from zipfile import BadZipFile

from openpyxl import load_workbook

from book_files import MOST_FILES, cells_of, make_inputs
from book_improved_work import typed, write_table
from business_files import kept, outputs, told

MEASURES_PAYLOAD = True


def task(item):
    try:
        with open(item["csv"], newline="", encoding="utf-8") as file:
            header, *body = csv.reader(file)
        book = load_workbook(item["target"])
        sheet = book[item["sheet"]] if item["sheet"] in book.sheetnames else book.create_sheet(item["sheet"])
        write_table(sheet, [header, *([typed(text) for text in row] for row in body)])
        book.save(item["target"])
        return {"target": item["target"], "sheet": item["sheet"], "error": None}
    except Exception as error:
        return {"target": item["target"], "sheet": item["sheet"], "error": type(error).__name__}


def items(cell):
    folder, out = kept(cell, "books", make_inputs), outputs()
    target = os.path.join(out, "shared.xlsx")
    shutil.copy(os.path.join(folder, "template.xlsx"), target)
    return [
        {"csv": os.path.join(folder, f"case{index % MOST_FILES:03}.csv"), "target": target, "sheet": f"case{index:03}"}
        for index in range(cell["task_count"])
    ]


def checksum(results):
    """How many of the sheets the file holds, and of what is in it; how many tasks said that they had failed."""
    failed = sum(1 for result in results if result["error"])
    said = f", {failed} tasks failed" if failed else ", all tasks reported success"
    try:
        cells = cells_of(results[0]["target"])
    except (BadZipFile, KeyError, ValueError, SyntaxError, EOFError, OSError):
        return f"the workbook is unreadable{said}"
    there = {sheet for sheet, *_ in cells}
    count = sum(1 for result in results if result["sheet"] in there)
    # The order of the sheets is that of writing, which no pool promises.
    return f"{count} of {len(results)} sheets {told(sorted(map(repr, cells)))}{said}"
