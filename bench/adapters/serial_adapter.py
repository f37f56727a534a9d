"""The plain loop: what every tool is held against."""

import platform

VERSION = platform.python_version()
RUNS_IN_CALLER = True


def start(cell):
    """Nothing to start."""
    return None


def run(pool, function, items, chunk):
    return [function(item) for item in items]


def stop(pool):
    """Nothing to stop."""


if __name__ == "__main__":
    print(run(start({}), abs, range(-5, 5), None))
