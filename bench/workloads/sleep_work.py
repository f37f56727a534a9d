"""Waiting: a task sleeps, as for a network; two cores can hold many of these at once."""

import time
from zlib import crc32

from task_lengths import task_lengths


def task(item):
    index, seconds = item
    time.sleep(seconds)
    return index


async def waiting(item):
    """The same wait for an event loop, which asks a function for its ``coroutine``."""
    from asyncio import sleep

    index, seconds = item
    await sleep(seconds)
    return index


task.coroutine = waiting


def items(cell):
    """Uneven where the cell names a distribution and task_cv; the mean stays."""
    return list(enumerate(task_lengths(cell, cell["task_seconds"])))


def reference(items):
    """The results without the wait."""
    return [index for index, _ in items]


def checksum(results):
    return format(crc32(repr(results).encode()), "08x")
