"""Celery: tasks travel through a Redis broker to a worker program; their results come back through Redis too.

The worker's pool is processes (prefork) or threads; all else are Celery's defaults, but for the serialiser: JSON has
neither bytes nor tuples, so it is pickle, which a worker of root takes only with C_FORCE_ROOT set. By default a task
counts as taken when it begins: one whose process is killed is not run again, and its get() raises WorkerLostError. Who
wants it run again sets task_acks_late and task_reject_on_worker_lost. Where a pool of threads dies, get() waits on.
"""

import os
import subprocess
import sys
from contextlib import ExitStack
from importlib import import_module

import celery

VERSION = celery.__version__
BENCH = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.append(os.path.join(BENCH, "services"))
URL = os.environ.get("CELERY_ADAPTER_URL")
app = celery.Celery("celery_adapter", broker=URL, backend=URL)
app.conf.update(task_serializer="pickle", result_serializer="pickle", accept_content=["pickle", "json"])


@app.task
def call(module, name, items):
    """What the worker runs: the named function on each of these items."""
    function = getattr(import_module(module), name)
    return [function(item) for item in items]


def start(cell):
    """A worker of `workers` processes or threads beside Redis; with rtt_seconds the client is that far from both."""
    with ExitStack() as stack:
        redis_service = import_module("redis_service")
        near = cell.get("service") or stack.enter_context(redis_service.running())
        host, port = near["host"], near["port"]
        redis_service.empty(host, port)
        rtt_seconds = cell.get("rtt_seconds")
        if rtt_seconds:
            host, port, end_proxy = import_module("delay_proxy").start_proxy(host, port, rtt_seconds)
            stack.callback(end_proxy)
        app.conf.update(broker_url=f"redis://{host}:{port}/0", result_backend=f"redis://{host}:{port}/0")
        command = [sys.executable, "-m", "celery", "-A", "celery_adapter", "worker", "--loglevel", "ERROR"]
        options = ["--pool", cell["variant"], "--concurrency", str(cell["workers"])]
        paths = os.pathsep.join([BENCH, os.path.join(BENCH, "adapters"), os.environ.get("PYTHONPATH", "")])
        env = {**os.environ, "PYTHONPATH": paths, "CELERY_ADAPTER_URL": near["url"], "C_FORCE_ROOT": "1"}
        worker = subprocess.Popen([*command, *options], env=env, stdout=subprocess.DEVNULL)
        stack.callback(worker.wait)
        stack.callback(worker.terminate)
        call.delay("builtins", "abs", [1]).get(timeout=25)
        return stack.pop_all(), rtt_seconds


def run(pool, function, items, chunk):
    """One message a task, unless `chunk` puts more items into each: delay() for all of them, then get() one by one."""
    module = "protocol" if function.__module__ == "__main__" else function.__module__
    parts = [list(items[at : at + (chunk or 1)]) for at in range(0, len(items), chunk or 1)]
    pending = [call.delay(module, function.__name__, part) for part in parts]
    return [result for part in pending for result in part.get()]


def measures(pool):
    """What the proxy really adds to a round trip."""
    _, rtt_seconds = pool
    return {"round_trip": import_module("delay_proxy").added_round_trip(rtt_seconds)} if rtt_seconds else {}


def stop(pool):
    """The worker ends in order (a warm shutdown), then the proxy, then the Redis that was started here."""
    app.close()
    pool[0].close()


if __name__ == "__main__":
    pool = start({"workers": 2, "variant": "prefork"})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
