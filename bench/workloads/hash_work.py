"""Computing that releases the GIL: key derivation in OpenSSL (``hashlib`` lets go of the lock around it)."""

from hashlib import pbkdf2_hmac
from zlib import crc32


def task(item):
    seed, iterations = item
    return pbkdf2_hmac("sha256", b"when parallel pays", seed.to_bytes(8, "big"), iterations)


def items(cell):
    return [(seed, cell["iterations"]) for seed in range(cell["task_count"])]


def checksum(results):
    return format(crc32(b"".join(results)), "08x")
