"""Business work: read an archive of CSV tables into data frames, as AssetUtilities' ZipFilestoDf does, every time anew.

The result is the frame itself, some ten megabytes: a process has to pickle it back.
"""

from frame_files import archive_items, frames_of, frames_told

MEASURES_PAYLOAD = True


def task(item):
    return frames_of(item["file"])


items, checksum = archive_items, frames_told
