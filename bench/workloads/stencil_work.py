"""Computing with dependencies: a grid of tasks, each of which needs its left, own and right neighbour of the step before.

An adapter that can express graphs has ``run_graph(pool, function, levels) -> results of the last level`` and calls
``function(item, *results of the neighbours)``.
"""

from itertools import groupby
from zlib import crc32

MULTIPLIER, INCREMENT, MASK = 1103515245, 12345, 0x7FFFFFFF


def neighbours(index, width):
    """Places of the previous level, `width` wide, that a task depends on: left, own, right; fewer at the edges."""
    return range(max(0, index - 1), min(width, index + 2))


def task(item, *neighbours):
    """As busy_work's loop; its seed depends on each neighbour's value and on their order."""
    step, index, iterations = item
    value = step * 65_537 + index
    for neighbour in neighbours:
        value = (value * MULTIPLIER + neighbour) & MASK
    for _ in range(iterations):
        value = (value * MULTIPLIER + INCREMENT) & MASK
    return value


def grid(cell):
    """Levels of items, two tasks a worker and at least four wide; the last may be narrower, so that no task is lost."""
    width, count = max(4, 2 * cell["workers"]), cell["task_count"]
    return [
        [(begin // width, index, cell["iterations"]) for index in range(min(width, count - begin))]
        for begin in range(0, count, width)
    ]


def items(cell):
    """The grid in a row: what the plain loop times, task by task."""
    return [item for level in grid(cell) for item in level]


def serial(levels):
    """The last level's results, by a plain loop."""
    results = []
    for level in levels:
        results = [
            task(item, *(results[place] for place in neighbours(index, len(results))))
            for index, item in enumerate(level)
        ]
    return results


def reference(items):
    """The same from the grid in a row."""
    return serial([list(level) for _step, level in groupby(items, key=lambda item: item[0])])


def checksum(results):
    return format(crc32(repr([int(value) for value in results]).encode()), "08x")
