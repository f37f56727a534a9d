"""asyncio: one event loop; up to `workers` coroutines wait at once, or (to-thread) blocking calls in its threads."""

import asyncio
import platform
from concurrent.futures import ThreadPoolExecutor

VERSION = platform.python_version()
RUNS_IN_CALLER = True


def start(cell):
    """A loop that stays open between calls, and a limit on what is under way at once."""
    loop = asyncio.new_event_loop()
    in_threads = cell["variant"] == "to-thread"
    if in_threads:
        loop.set_default_executor(ThreadPoolExecutor(cell["workers"]))
    return loop, in_threads, cell["workers"]


async def gather(function, items, in_threads, limit):
    """A coroutine awaits; a plain function holds up the loop until it returns, unless it goes to a thread."""
    coroutine = getattr(function, "coroutine", None)
    room = asyncio.Semaphore(limit)

    async def one(item):
        async with room:
            if in_threads:
                return await asyncio.to_thread(function, item)
            return await coroutine(item) if coroutine else function(item)

    return await asyncio.gather(*(one(item) for item in items))


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        raise NotImplementedError("asyncio has no chunks")
    loop, in_threads, limit = pool
    return loop.run_until_complete(gather(function, items, in_threads, limit))


def stop(pool):
    loop = pool[0]
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


if __name__ == "__main__":
    pool = start({"workers": 2, "variant": "to-thread"})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
