"""Business work: the files of one stem into an uncompressed archive, in the way that AssetUtilities goes today.

Every task gets the whole configuration with all paths, lists the folder again, and takes whatever name contains the stem. A
worker imports pandas, since the module brings along a reader of data frames.
"""

import os
from zipfile import ZipFile

import pandas  # noqa: F401

from archive_files import archives_told, stems_and_files

MEASURES_PAYLOAD = True


def task(item):
    folder, stem = item["analysis"]["input_directory"], item["stem"]
    files = []
    for name in os.listdir(folder):
        for extension in item["analysis"]["filename"]["extension"]:
            if stem in name and name.endswith(extension):
                files.append(os.path.join(folder, name))
    path = os.path.join(item["Analysis"]["result_folder"], f"{stem}.zip")
    with ZipFile(path, "w") as archive:
        for file in files:
            archive.write(file, os.path.basename(file))
    return {"stem": stem, "archive": path, "files": files, "error": None}


def items(cell):
    folder, out, by_stem = stems_and_files(cell)
    configuration = {
        "basename": "zip_utilities",
        "analysis": {"input_directory": folder, "filename": {"extension": ["csv"]}},
        "file_management": {
            "input_files": {"csv": [os.path.join(folder, name) for _, names in by_stem for name in names]}
        },
        "Analysis": {"analysis_root_folder": folder, "result_folder": out},
    }
    return [{**configuration, "stem": stem} for stem, _ in by_stem]


checksum = archives_told
