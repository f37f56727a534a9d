"""Ray: functions as tasks, or calls of actors, whose results are futures in a shared object store."""

import os
from functools import cache
from itertools import batched, chain
from tempfile import mkdtemp

# Loopback, as Ray has it on Windows and macOS; a token for this run alone, as Ray would leave one in the home folder.
os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0", RAY_AUTH_MODE="token")
os.environ.setdefault("RAY_AUTH_TOKEN", os.urandom(32).hex())

import ray
from ray.util import ActorPool

VERSION = ray.__version__
STORE_BYTES = 400_000_000
# Wrapping a function exports it to the workers: once is enough.
remote = cache(ray.remote)


def in_chunk(item):
    """Ray hands out single tasks: several items a task are a task of ours."""
    function, items = item
    return [function(item) for item in items]


class Worker:
    def call(self, function, item):
        return function(item)


def start(cell):
    """A node of `workers` cores on this computer; at a distance, Ray's client to a head with a server for it."""
    pool = {"actors": None, "measures": {}, "stop_head": lambda: None}
    if cell.get("rtt_seconds"):
        from ray_head import start_far_head
        address, pool["measures"]["round_trip"], pool["stop_head"] = start_far_head(cell, STORE_BYTES)
        ray.init(address)
    else:
        quiet = {"include_dashboard": False, "log_to_driver": False, "_temp_dir": mkdtemp()}
        ray.init(num_cpus=cell["workers"], object_store_memory=STORE_BYTES, **quiet)
    if cell["variant"] == "actors":
        pool["actors"] = ActorPool([remote(Worker).remote() for _ in range(cell["workers"])])
    return pool


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        parts = [(function, part) for part in batched(items, chunk)]
        return list(chain.from_iterable(run(pool, in_chunk, parts, None)))
    if pool["actors"]:
        return list(pool["actors"].map(lambda actor, item: actor.call.remote(function, item), items))
    return ray.get([remote(function).remote(item) for item in items])


def run_graph(pool, function, levels):
    """A future may be an argument: Ray waits for it and passes its result on."""
    from stencil_work import neighbours
    if pool["actors"]:
        raise NotImplementedError("a pool of actors takes calls one by one and knows no graph")
    call, futures = remote(function).remote, []
    for level in levels:
        needed = [[futures[at] for at in neighbours(i, len(futures))] for i in range(len(level))]
        futures = [call(item, *results) for item, results in zip(level, needed)]
    return ray.get(futures)


def measures(pool):
    return pool["measures"]


def stop(pool):
    ray.shutdown()
    pool["stop_head"]()


if __name__ == "__main__":
    pool = start({"workers": 2, "variant": "tasks"})
    print(run(pool, abs, range(-5, 5), 2))
    stop(pool)
