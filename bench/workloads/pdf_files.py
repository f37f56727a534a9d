"""PDF catalogues written from a seed, their page ranges, and the comparison of documents by the contents of their pages."""

import os

from pypdf import PdfReader

from business_files import kept, outputs, told
from made_text import made_words

#: A test configuration splits two catalogues of 452 pages into four ranges each; half as many pages here.
CATALOGUES, PAGES, RANGES, LINES = 2, 226, 4, 40


def catalogue(seed):
    """The bytes of a PDF file: pages of text in one of the fonts that every reader has, a table of objects, a trailer."""
    words = iter(made_words(PAGES * LINES * 6, seed))
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(PAGES))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {PAGES} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(PAGES):
        lines = "".join(f"({' '.join(next(words) for _ in range(6))}) Tj T*\n" for _ in range(LINES))
        content = f"BT /F1 10 Tf 12 TL 50 780 Td (page {page + 1}) Tj T*\n{lines}ET".encode()
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * page)
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    text, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    text += b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(text),
    )
    return bytes(text)


def make_inputs(folder):
    for index in range(CATALOGUES):
        (folder / f"catalogue{index}.pdf").write_bytes(catalogue(500 + index))


def pdf_items(cell):
    """One item a range of pages of one catalogue; both ends count, the first page is 1."""
    folder, out = kept(cell, "catalogues", make_inputs), outputs()
    made = []
    for index in range(cell["task_count"]):
        catalogue_index, part = index // RANGES % CATALOGUES, index % RANGES
        first, last = 1 + part * PAGES // RANGES, (part + 1) * PAGES // RANGES
        made.append({
            "file": os.path.join(folder, f"catalogue{catalogue_index}.pdf"),
            "pages": [first, last],
            "target": os.path.join(out, f"part{index:03}_{first}-{last}.pdf"),
        })
    return made


def pages_told(results):
    return told(
        [
            [(page.mediabox.height, page.get_contents().get_data()) for page in PdfReader(result["target"]).pages]
            for result in results
        ]
    )
