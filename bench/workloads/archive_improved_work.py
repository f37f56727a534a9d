"""Business work: the files of one stem into an uncompressed archive; the folder was listed once, stems match exactly.

A task gets the folder and the names of its own files. Mostly the disk: reading and writing let go of the GIL.
"""

import os
from zipfile import ZIP_STORED, ZipFile

from archive_files import archives_told, stems_and_files

MEASURES_PAYLOAD = True


def write_archive(item, compression):
    with ZipFile(item["archive"], "w", compression) as archive:
        for name in item["names"]:
            archive.write(os.path.join(item["folder"], name), name)
    return {"archive": item["archive"], "files": len(item["names"])}


def task(item):
    return write_archive(item, ZIP_STORED)


def items(cell):
    folder, out, by_stem = stems_and_files(cell)
    return [
        {"folder": folder, "names": names, "archive": os.path.join(out, f"{stem}.zip")} for stem, names in by_stem
    ]


checksum = archives_told
