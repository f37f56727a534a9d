"""Business work: copy the same range of pages, asking for the wanted pages only."""

from pypdf import PdfReader, PdfWriter

from pdf_files import pages_told, pdf_items

MEASURES_PAYLOAD = True


def task(item):
    first, last = item["pages"]
    pages, writer = PdfReader(item["file"]).pages, PdfWriter()
    for index in range(first - 1, last):
        writer.add_page(pages[index])
    with open(item["target"], "wb") as file:
        writer.write(file)
    return {"target": item["target"], "pages": last - first + 1}


items, checksum = pdf_items, pages_told
