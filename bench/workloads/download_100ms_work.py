"""Business work: fetch a file of 200 kB from a server on loopback that answers after 100 ms. Waiting."""

from download_files import download_items, downloads_told, task  # noqa: F401
from http_work import close  # noqa: F401

MEASURES_PAYLOAD = True
DELAY_SECONDS = 0.1


def items(cell):
    return download_items(cell, DELAY_SECONDS)


checksum = downloads_told
