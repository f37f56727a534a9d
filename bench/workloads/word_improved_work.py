"""Business work: the same document, the first row formatted by python-docx, every other one a copy of it with other text."""

from copy import deepcopy

from docx import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

from word_files import documents_told, rows_of, word_items

MEASURES_PAYLOAD = True


def task(item):
    header, *body = rows_of(item["csv"])
    document = Document()
    table = document.add_table(rows=1, cols=len(header))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, header):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
        paragraph.add_run(text).font.size = Pt(10)
    formatted = table.rows[0]._tr
    for row in body:
        copied = deepcopy(formatted)
        for place, text in zip(copied.iter(qn("w:t")), row):
            place.text = text
        table._tbl.append(copied)
    document.save(item["target"])
    return {"target": item["target"], "rows": len(body)}


items, checksum = word_items, documents_told
