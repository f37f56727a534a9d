"""Data as bytes: each task gets its own bytes object and returns a new one; it touches both ends only."""

from zlib import crc32


def task(item):
    data, out_bytes = item
    ends = (data[0] + data[-1]) % 256 if data else 0
    return bytes([ends]) * out_bytes


def items(cell):
    """Distinct objects: pickle would store a repeated one once a chunk."""
    size = cell["payload_in_bytes"]
    return [
        (bytes([index % 251]) * size, cell["payload_out_bytes"]) for index in range(cell["task_count"])
    ]


def checksum(results):
    return format(crc32(repr([(len(data), data[:1]) for data in results]).encode()), "08x")
