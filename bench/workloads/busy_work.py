"""Computing that holds the GIL: a linear congruential generator in Python, bounded by iterations and not by the clock."""

from zlib import crc32

from task_lengths import whole_lengths

MULTIPLIER, INCREMENT, MASK = 1103515245, 12345, 0x7FFFFFFF


def task(item):
    value, iterations = item
    for _ in range(iterations):
        value = (value * MULTIPLIER + INCREMENT) & MASK
    return value


def items(cell):
    """Uneven where the cell names a distribution and task_cv; the mean stays."""
    return list(enumerate(whole_lengths(cell, cell["iterations"])))


def checksum(results):
    return format(crc32(repr([int(value) for value in results]).encode()), "08x")
