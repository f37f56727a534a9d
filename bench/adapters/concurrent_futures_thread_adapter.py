"""concurrent.futures.ThreadPoolExecutor: threads behind futures."""

import platform
from concurrent.futures import ThreadPoolExecutor

VERSION = platform.python_version()


def start(cell):
    """An executor with up to `workers` threads; a thread begins when no other is idle."""
    return ThreadPoolExecutor(max_workers=cell["workers"])


def run(pool, function, items, chunk):
    """Threads take one task at a time: a chunk size has no effect here."""
    if chunk not in (None, 1):
        raise NotImplementedError("ThreadPoolExecutor ignores chunk sizes above one")
    return list(pool.map(function, items))


def stop(pool):
    pool.shutdown(wait=True)


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
