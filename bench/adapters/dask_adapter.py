"""Dask distributed: a LocalCluster – scheduler here, workers as processes of one thread – behind futures."""

from itertools import batched, chain
from types import SimpleNamespace

import dask
import distributed
from distributed import Client, LocalCluster

VERSION = distributed.__version__


def in_chunk(item):
    """Dask hands out single tasks: several items a task are a task of ours."""
    function, items = item
    return [function(item) for item in items]


def after(function, item, _previous):
    """A step that needs the one before only to have ended."""
    return function(item)


def start(cell):
    """Workers talk to the scheduler directly: at a distance is the user of a cluster, not the cluster's own parts."""
    dask.config.set({"distributed.worker.multiprocessing-method": cell["start_method"]})
    cluster = LocalCluster(n_workers=cell["workers"], threads_per_worker=1, dashboard_address=None)
    pool = SimpleNamespace(cluster=cluster, measures={}, records=dict, stop_proxy=lambda: None)
    host, port = cluster.scheduler_address.removeprefix("tcp://").split(":")
    if cell.get("rtt_seconds"):
        from delay_proxy import start_measured_proxy
        host, port, pool.measures["round_trip"], pool.stop_proxy = start_measured_proxy(host, port, cell["rtt_seconds"])
    pool.client = Client(f"tcp://{host}:{port}")
    if cell.get("experiment") == "workflow":
        from dask_records import watch
        pool.records = watch(pool.client, cluster.scheduler, cell)
    return pool


def run(pool, function, items, chunk):
    """`pure=False`: otherwise Dask names a task after its arguments, and the same task twice runs once."""
    if chunk not in (None, 1):
        parts = [(function, part) for part in batched(items, chunk)]
        return list(chain.from_iterable(run(pool, in_chunk, parts, None)))
    return pool.client.gather(pool.client.map(function, items, pure=False))


def run_graph(pool, function, levels):
    """A future may be an argument: the scheduler waits for it and brings its result to the worker."""
    from stencil_work import neighbours
    futures = []
    for level in levels:
        needed = [[futures[at] for at in neighbours(i, len(futures))] for i in range(len(level))]
        futures = [pool.client.submit(function, item, *results, pure=False) for item, results in zip(level, needed)]
    return pool.client.gather(futures)


def run_chain(pool, function, items):
    futures = [None]
    for item in items:
        futures.append(pool.client.submit(after, function, item, futures[-1], pure=False))
    return pool.client.gather(futures[1:])


def measures(pool):
    return pool.measures | pool.records()


def stop(pool):
    pool.client.close()
    pool.stop_proxy()
    pool.cluster.close()


if __name__ == "__main__":
    # Workers that are spawned import this file: without the guard each would start a cluster of its own.
    pool = start({"start_method": "spawn", "workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
