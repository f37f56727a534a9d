"""multiprocessing.Pool: worker processes that live as long as the pool."""

import multiprocessing
import platform

VERSION = platform.python_version()


def start(cell):
    """A pool of `workers` processes begun by the start method named: fork, spawn or forkserver."""
    context = multiprocessing.get_context(cell["start_method"])
    return context.Pool(cell["workers"])


def run(pool, function, items, chunk):
    """`chunk` None lets the pool cut the work into four chunks a worker."""
    return pool.map(function, items, chunksize=chunk)


def stop(pool):
    """close and join: terminate() has been seen to hang under load."""
    pool.close()
    pool.join()


if __name__ == "__main__":
    # Under spawn and forkserver each worker imports this file: without the guard it would start pools of its own.
    pool = start({"start_method": "spawn", "workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
