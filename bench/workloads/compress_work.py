"""Real work: compress text with zlib, which lets go of the GIL. Item and result are bytes.

A cell's payload_in_bytes, if any, is the length of the text.
"""

from zlib import compress, crc32, decompress

from made_text import made_words, window

MEASURES_PAYLOAD = True
TEXT_BYTES = 200_000


def task(item):
    return compress(item, 6)


def items(cell):
    size = cell["payload_in_bytes"] or TEXT_BYTES
    # A word and its blank take more than two bytes each.
    base = " ".join(made_words(size)).encode()[: 2 * size]
    return [window(base, index, size) for index in range(cell["task_count"])]


def checksum(results):
    """Of the text, not of its compressed form: builds of zlib differ in that."""
    value = 0
    for data in results:
        value = crc32(decompress(data), value)
    return format(value, "08x")
