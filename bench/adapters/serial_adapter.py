"""The plain loop: what every tool is held against."""

import platform

VERSION = platform.python_version()
RUNS_IN_CALLER = True


def start(cell):
    """Nothing to start."""
    return None


def run(pool, function, items, chunk):
    return [function(item) for item in items]


def run_chain(pool, function, items):
    """A loop is a chain already."""
    return run(pool, function, items, None)


def run_graph(pool, function, levels):
    """Level by level, each task with the results of its neighbours in the level before."""
    from stencil_work import neighbours

    results = []
    for level in levels:
        width = len(results)
        results = [function(item, *(results[at] for at in neighbours(i, width))) for i, item in enumerate(level)]
    return results


def stop(pool):
    """Nothing to stop."""


if __name__ == "__main__":
    print(run(start({}), abs, range(-5, 5), None))
