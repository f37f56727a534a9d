"""Steps of a workflow: each waits as long as the cell says – not at all where it names no length – and gives back its number."""

import time
from zlib import crc32


def task(item):
    index, seconds = item
    if seconds:
        time.sleep(seconds)
    return index


def items(cell):
    return [(index, cell["task_seconds"] or 0) for index in range(cell["task_count"])]


def reference(items):
    """The results without the wait."""
    return [index for index, _ in items]


def checksum(results):
    """In the order of the numbers: a join may hand results over in any order."""
    return format(crc32(repr(sorted(results)).encode()), "08x")
