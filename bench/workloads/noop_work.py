"""Empty tasks: what is left is the tool."""

from zlib import crc32


def task(item):
    return item


def items(cell):
    return list(range(cell["task_count"]))


def checksum(results):
    return format(crc32(repr(results).encode()), "08x")
