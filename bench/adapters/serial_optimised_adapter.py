"""One thread, better code: the same generator for all tasks at once, as NumPy array operations.

Only work that has a vectorised form can run so; the rest says it cannot.
"""

import numpy

VERSION = numpy.__version__
RUNS_IN_CALLER = True
SMALLEST_COUNT = 32


def busy(items):
    """`busy_work.task` for every item: one array operation a step in place of one Python step an item."""
    values = numpy.array([seed for seed, _ in items], dtype=numpy.uint64)
    multiplier, increment, mask = (numpy.uint64(n) for n in (1103515245, 12345, 0x7FFFFFFF))
    for _ in range(items[0][1]):
        values *= multiplier
        values += increment
        values &= mask
    return values.tolist()


VECTORISED = {"busy_work": busy, "noop_work": lambda items: numpy.array(items).tolist()}


def start(cell):
    if cell["workload"] + "_work" not in VECTORISED:
        raise NotImplementedError(f"{cell['workload']} has no vectorised form")
    if cell["workload"] == "busy" and cell["task_count"] < SMALLEST_COUNT:
        raise NotImplementedError(f"fewer than {SMALLEST_COUNT} tasks: arrays this short are slower than the loop")


def run(pool, function, items, chunk):
    vectorised = VECTORISED.get(function.__module__)
    return vectorised(items) if vectorised else [function(item) for item in items]


def stop(pool):
    """Nothing to stop."""


if __name__ == "__main__":
    print(busy([(seed, 1000) for seed in range(40)])[:3])
