"""Data as NumPy arrays of bytes, in and out; the task touches both ends only."""

from zlib import crc32

import numpy


def task(item):
    data, out_bytes = item
    ends = (int(data[0]) + int(data[-1])) % 256 if len(data) else 0
    return numpy.full(out_bytes, ends, dtype=numpy.uint8)


def items(cell):
    size = cell["payload_in_bytes"]
    return [
        (numpy.full(size, index % 251, dtype=numpy.uint8), cell["payload_out_bytes"])
        for index in range(cell["task_count"])
    ]


def checksum(results):
    return format(crc32(repr([(len(data), bytes(data[:1])) for data in results]).encode()), "08x")
