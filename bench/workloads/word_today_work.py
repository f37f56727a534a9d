"""Business work: a CSV table into a Word document, every cell filled and formatted by python-docx, as in AssetUtilities."""

from docx import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Pt

from word_files import documents_told, rows_of, word_items

MEASURES_PAYLOAD = True


def task(item):
    header, *body = rows_of(item["csv"])
    document = Document()
    table = document.add_table(rows=1, cols=len(header))
    table.style = "Table Grid"
    for number, row in enumerate([header, *body]):
        cells = table.rows[0].cells if number == 0 else table.add_row().cells
        for cell, text in zip(cells, row):
            cell.text = text
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
                for run in paragraph.runs:
                    run.font.size = Pt(10)
    document.save(item["target"])
    return {"target": item["target"], "rows": len(body)}


items, checksum = word_items, documents_told
