"""CSV tables for Word documents, and the comparison of documents cell by cell: text, size of letters, alignment."""

import csv
import os

from docx import Document

from business_files import kept, outputs, told
from made_text import made_numbers, made_words

#: As in the repository's test: 101 rows of 16 columns.
FILES, ROWS, COLUMNS = 8, 101, 16


def make_inputs(folder):
    for index in range(FILES):
        words, numbers = iter(made_words(ROWS, 400 + index)), iter(made_numbers(ROWS * COLUMNS, 10_000, 400 + index))
        with open(folder / f"table{index:02}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["member", *(f"force_{column}" for column in range(1, COLUMNS))])
            for _ in range(ROWS):
                writer.writerow([next(words), *(f"{next(numbers) / 100:.2f}" for _ in range(COLUMNS - 1))])


def word_items(cell):
    folder, out = kept(cell, "word-tables", make_inputs), outputs()
    return [
        {
            "csv": os.path.join(folder, f"table{index % FILES:02}.csv"),
            "target": os.path.join(out, f"table{index:03}.docx"),
        }
        for index in range(cell["task_count"])
    ]


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def documents_told(results):
    found = []
    for result in results:
        (table,) = Document(result["target"]).tables
        found.append(table.style.name)
        for row in table.rows:
            for cell in row.cells:
                (paragraph,) = cell.paragraphs
                sizes = {run.font.size.pt for run in paragraph.runs}
                found.append((cell.text, sorted(sizes), str(paragraph.alignment)))
    return told(found)
