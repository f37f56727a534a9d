"""Where the work of the experiment `business` has its files: inputs made once from a seed and kept, outputs of one sample.

Inputs stand below the harness's data folder, so that making them is no part of a sample; outputs below the sample's own
temporary folder, which the controller removes. Both are on the same disk as any other temporary file.
"""

import os
import shutil
import tempfile
from pathlib import Path
from zlib import crc32

#: Raised when the inputs are made differently, so that kept ones are not taken for the new ones.
EDITION = 1


def kept(cell, name, make):
    """The folder of the inputs called `name`; ``make(folder)`` writes them if they are not there yet."""
    root = Path(cell.get("data_folder") or tempfile.gettempdir()) / "business"
    folder = root / f"{name}-{EDITION}"
    if not folder.exists():
        root.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=root, prefix="making-"))
        make(making)
        try:
            making.rename(folder)
        except OSError:  # another process was first
            shutil.rmtree(making)
    return str(folder)


def kept_file(cell, name, make):
    """The path of one input called `name`; ``make(path)`` writes it if it is not there yet."""
    stem, extension = os.path.splitext(name)

    def make_one(folder):
        make(folder / name)

    return os.path.join(kept(cell, f"{stem}-{extension[1:]}", make_one), name)


def outputs():
    """A new folder for what the tasks of this sample write."""
    return tempfile.mkdtemp(prefix="out-")


def stem_of(path):
    return os.path.splitext(os.path.basename(path))[0]


def told(value):
    """A short text that is the same for the same content."""
    return format(crc32(repr(value).encode()), "08x")
