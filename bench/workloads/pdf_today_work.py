"""Business work: copy one range of pages into a new PDF file, walking all pages of the old one, as AssetUtilities does.

With pypdf, which took the place of the PyPDF2 that AssetUtilities names.
"""

from pypdf import PdfReader, PdfWriter

from pdf_files import pages_told, pdf_items

MEASURES_PAYLOAD = True


def task(item):
    first, last = item["pages"]
    writer = PdfWriter()
    for number, page in enumerate(PdfReader(item["file"]).pages, 1):
        if number in range(first, last + 1):
            writer.add_page(page)
    with open(item["target"], "wb") as file:
        writer.write(file)
    return {"target": item["target"], "pages": last - first + 1}


items, checksum = pdf_items, pages_told
