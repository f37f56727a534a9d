"""concurrent.futures.InterpreterPoolExecutor: threads, each with an interpreter and a lock of its own.

In the standard library from Python 3.14 on; on 3.13 the backport that CPython's author of it publishes
(https://pypi.org/project/interpreters-pep-734/), whose version then stands as the tool's.
"""

import platform
import sys
from importlib import import_module
from os.path import basename, splitext

try:
    from concurrent.futures import InterpreterPoolExecutor

    VERSION = platform.python_version()
except ImportError:
    try:
        from importlib.metadata import version

        from interpreters_backport.concurrent.futures.interpreter import InterpreterPoolExecutor

        VERSION = version("interpreters-pep-734")
    except ImportError:
        InterpreterPoolExecutor, VERSION = None, None


def reach(path):
    """A new interpreter knows neither the main script nor its folder."""
    sys.path.insert(0, path)


def importable(function):
    """A function of the main script, found under a name that another interpreter can import."""
    if function.__module__ != "__main__":
        return function
    return getattr(import_module(splitext(basename(sys.argv[0]))[0]), function.__name__)


def start(cell):
    """An executor with up to `workers` threads; an interpreter begins with its thread, when no other is idle."""
    if InterpreterPoolExecutor is None:
        raise NotImplementedError(
            f"InterpreterPoolExecutor needs Python 3.14, or 3.13 and interpreters-pep-734; this is {platform.python_version()}"
        )
    return InterpreterPoolExecutor(cell["workers"], initializer=importable(reach), initargs=(sys.path[0],))


def run(pool, function, items, chunk):
    """Interpreters share no objects: functions, arguments and results are copied or pickled, one task at a time."""
    if chunk not in (None, 1):
        raise NotImplementedError("InterpreterPoolExecutor ignores chunk sizes above one")
    return list(pool.map(importable(function), items))


def stop(pool):
    pool.shutdown(wait=True)


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
