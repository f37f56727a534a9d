"""Business work: the same frames from a cache beside the archives, as the second and every further reading would find it.

The cache is a pickle a frame, made once; a cache that people keep would rather be Parquet, which needs one package more.
"""

import pickle
from importlib.util import find_spec

import pandas

from business_files import kept_file, stem_of
from frame_files import archive_items, frames_of, frames_told

MEASURES_PAYLOAD = True
#: What a pickle of a frame holds depends on both.
KIND = f"pandas{pandas.__version__}{'-arrow' if find_spec('pyarrow') else ''}"


def task(item):
    with open(item["cached"], "rb") as file:
        return pickle.load(file)


def items(cell):
    def item(archive):
        def make(path):
            path.write_bytes(pickle.dumps(frames_of(archive), 5))

        return {"cached": kept_file(cell, f"{stem_of(archive)}-{KIND}.pickle", make)}

    return [item(archive["file"]) for archive in archive_items(cell)]


checksum = frames_told
