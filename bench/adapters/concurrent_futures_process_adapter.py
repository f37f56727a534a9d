"""concurrent.futures.ProcessPoolExecutor: processes behind futures."""

import multiprocessing
import platform
from concurrent.futures import ProcessPoolExecutor

VERSION = platform.python_version()


def start(cell):
    """An executor with `workers` processes; they begin with the first call, by the start method named."""
    context = multiprocessing.get_context(cell["start_method"])
    return ProcessPoolExecutor(max_workers=cell["workers"], mp_context=context)


def run(pool, function, items, chunk):
    """`chunk` None is the executor's own default: one task at a time."""
    return list(pool.map(function, items, chunksize=chunk or 1))


def stop(pool):
    pool.shutdown(wait=True)


if __name__ == "__main__":
    # Under spawn and forkserver each worker imports this file: without the guard it would start executors of its own.
    pool = start({"start_method": "spawn", "workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
