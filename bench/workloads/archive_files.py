"""Result files by load case, as a simulation leaves them, and the comparison of archives member by member."""

import os
from zipfile import ZipFile

from business_files import kept, outputs, told
from made_text import made_numbers, window

CASES, FILES, FILE_BYTES = 60, 3, 400_000


def make_inputs(folder):
    rows = [f"{index / 10:.1f},{number / 1000:.3f}" for index, number in enumerate(made_numbers(60_000, 10_000_000))]
    base = ("\n".join(rows) + "\n").encode()[: 2 * FILE_BYTES]
    for case in range(CASES):
        for part in range(FILES):
            (folder / f"case{case:03}_part{part}.csv").write_bytes(window(base, case * FILES + part, FILE_BYTES))


def stems_and_files(cell):
    """One listing of the folder: its path, the output's, and the files of each stem, in order."""
    folder, out = kept(cell, "archives", make_inputs), outputs()
    by_stem = {}
    for name in sorted(os.listdir(folder)):
        by_stem.setdefault(name.rsplit("_", 1)[0], []).append(name)
    return folder, out, list(by_stem.items())[: cell["task_count"]]


def archives_told(results):
    """By the names and the contents' own check sums, not by the bytes of the archive, which hold times."""
    found = []
    for result in results:
        with ZipFile(result["archive"]) as archive:
            found.append(sorted((member.filename, member.CRC, member.file_size) for member in archive.infolist()))
    return told(found)
