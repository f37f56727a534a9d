"""Data in shared memory: the driver writes a block once, a task gets its name and reads it in place."""

from multiprocessing import resource_tracker, shared_memory
from zlib import crc32

_blocks = []


def _attach(name):
    """Attach without registering: before 3.13 a worker's tracker would delete a block that the driver still owns."""
    try:
        return shared_memory.SharedMemory(name=name, track=False)
    except TypeError:
        register, resource_tracker.register = resource_tracker.register, lambda *_: None
        try:
            return shared_memory.SharedMemory(name=name)
        finally:
            resource_tracker.register = register


def task(item):
    name, size, out_bytes = item
    block = _attach(name)
    ends = (block.buf[0] + block.buf[size - 1]) % 256
    block.close()
    return bytes([ends]) * out_bytes


def items(cell):
    size = cell["payload_in_bytes"]
    made = []
    for index in range(cell["task_count"]):
        block = shared_memory.SharedMemory(create=True, size=size)
        block.buf[:size] = bytes([index % 251]) * size
        _blocks.append(block)
        made.append((block.name, size, cell["payload_out_bytes"]))
    return made


def close():
    while _blocks:
        block = _blocks.pop()
        block.close()
        block.unlink()


def checksum(results):
    return format(crc32(repr([(len(data), data[:1]) for data in results]).encode()), "08x")
