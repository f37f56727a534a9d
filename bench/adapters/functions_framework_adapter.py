"""functions-framework: a function behind HTTP, served as Cloud Run functions serve it, on this computer.

The local twin of a service's runtime, not the service: no network, no instances on demand. Each of `workers` instances
is a server that takes one request at a time; the client keeps one in flight for each (functions_framework_function.py).
"""

import os
import pickle
import queue
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from urllib.request import Request, urlopen

VERSION = version("functions-framework")
BENCH = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCE = os.path.join(BENCH, "adapters", "functions_framework_function.py")
SERVE = [sys.executable, "-m", "functions_framework", "--source", SOURCE, "--target", "handle"]


def call(address, path, items, until=0.0):
    """One request with its answer; an instance that does not answer yet is asked again until that time."""
    try:
        with urlopen(Request(f"{address}/{path}", data=pickle.dumps(items, 5)), timeout=120) as response:
            return pickle.load(response)
    except OSError:
        if time.monotonic() > until:
            raise
    time.sleep(0.05)
    return call(address, path, items, until)


def start(cell):
    """An instance a worker, each on a free port, all answering."""
    paths = os.pathsep.join([BENCH, os.path.join(BENCH, "adapters"), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONPATH": paths, "WORKERS": "1", "THREADS": "1"}
    instances, idle = {}, queue.SimpleQueue()
    for _ in range(cell["workers"]):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        command, quiet = [*SERVE, "--host", "127.0.0.1", "--port", port], subprocess.DEVNULL
        instances[f"http://127.0.0.1:{port}"] = subprocess.Popen(command, env=env, stdout=quiet, stderr=quiet)
    for address in instances:
        call(address, "builtins/abs", [1], time.monotonic() + 25)
        idle.put(address)
    return instances, idle, ThreadPoolExecutor(cell["workers"])


def run(pool, function, items, chunk):
    """One request an item, unless `chunk` puts more into each; the next goes to the instance that has answered."""
    _, idle, senders = pool
    module = "protocol" if function.__module__ == "__main__" else function.__module__

    def send(part):
        address = idle.get()
        try:
            return call(address, f"{module}/{function.__name__}", part)
        finally:
            idle.put(address)

    parts = [list(items[at : at + (chunk or 1)]) for at in range(0, len(items), chunk or 1)]
    return [result for part in senders.map(send, parts) for result in part]


def stop(pool):
    """The instances end in order."""
    instances, _, senders = pool
    senders.shutdown()
    for instance in instances.values():
        instance.terminate()
        instance.wait()


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(run(pool, abs, list(range(-5, 5)), None))
    stop(pool)
