"""Dask on one machine: `dask.compute` over delayed calls, by its own schedulers for threads and for processes."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import dask

VERSION = dask.__version__


def start(cell):
    """An executor of ours, as Dask would otherwise begin a new one with each call."""
    if cell["variant"] == "threads":
        executor = ThreadPoolExecutor(cell["workers"])
    else:
        context = multiprocessing.get_context(cell["start_method"])
        executor = ProcessPoolExecutor(cell["workers"], mp_context=context)
    compute = partial(dask.compute, scheduler=cell["variant"], pool=executor, num_workers=cell["workers"])
    return compute, executor


def run(pool, function, items, chunk):
    """`chunk` None leaves the scheduler its own `chunksize`: tasks that it hands to a worker at once."""
    compute, _ = pool
    settings = {"chunksize": chunk} if chunk else {}
    return list(compute(*(dask.delayed(function)(item) for item in items), **settings))


def run_graph(pool, function, levels):
    """A delayed call may be an argument of another: computing the last level computes all it needs."""
    from stencil_work import neighbours

    compute, _ = pool
    calls = []
    for level in levels:
        needed = [[calls[at] for at in neighbours(i, len(calls))] for i in range(len(level))]
        calls = [dask.delayed(function)(item, *results) for item, results in zip(level, needed)]
    return list(compute(*calls))


def stop(pool):
    _, executor = pool
    executor.shutdown(wait=True)


if __name__ == "__main__":
    # Workers that are spawned import this file: without the guard each would start workers of its own.
    pool = start({"variant": "processes", "start_method": "spawn", "workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
