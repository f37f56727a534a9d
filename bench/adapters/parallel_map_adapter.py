"""parallel_map, the example package for AssetUtilities: ordered outcomes, kept failures, workers that live on.

What it adds to a pool – progress, time limits, failures with their items, records of workers in the parent's log – is measured
as it stands, from the folder of the example.
"""

import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "..", "examples", "assetutilities", "src"))

from assetutilities_parallel import Workers, __version__, settings

VERSION = __version__


def start(cell):
    """Workers by the section of a configuration; they begin with the first batch and stay."""
    section = {"enabled": True, "backend": cell["variant"], "max_workers": cell["workers"], "min_items": 1}
    if cell["variant"] == "processes":
        section["start_method"] = cell["start_method"]
        # The package caps processes at the processors; what is measured here is the number asked for.
        settings.cpus = lambda: cell["workers"]
    return section, Workers(section)


def run(pool, function, items, chunk):
    """The chunk size is a setting, not an argument: None is its default, one item at a time."""
    section, workers = pool
    if chunk not in (None, 1):
        raise NotImplementedError("chunks are a setting of the workers, fixed when they begin")
    return workers.map(function, items).values()


def stop(pool):
    pool[1].close()


if __name__ == "__main__":
    # Spawned workers import this file: without the guard the batch would run in the plain loop, with a warning.
    pool = start({"variant": "processes", "start_method": "spawn", "workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
