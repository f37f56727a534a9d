"""Real work: SHA-256 over a few megabytes, for which hashlib lets go of the GIL.

The task builds its block from a number. With a cell's payload_in_bytes the item carries a block of that length instead.
"""

from hashlib import sha256
from zlib import crc32

MEASURES_PAYLOAD = True
BLOCK_BYTES = 6_000_000


def block(seed, size):
    return seed.to_bytes(8, "big") * (size // 8)


def task(item):
    return sha256(block(item, BLOCK_BYTES) if isinstance(item, int) else item).digest()


def items(cell):
    size, count = cell["payload_in_bytes"], cell["task_count"]
    return [block(seed, size) if size else seed for seed in range(count)]


def checksum(results):
    return format(crc32(b"".join(results)), "08x")
