"""Business work: the same archives compressed with deflate, which zlib does without the GIL."""

from zipfile import ZIP_DEFLATED

from archive_improved_work import archives_told, items, write_archive

MEASURES_PAYLOAD = True


def task(item):
    return write_archive(item, ZIP_DEFLATED)


checksum = archives_told
