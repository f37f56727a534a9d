"""Prefect: a flow submits tasks to threads of its own process; a server beside it records every state they pass.

Ready, started and ended are the server's own times of a task run: expected to start (in a chain not before the step
before has ended), running, ended.
"""

import os
import socket
import subprocess
import sys
import time
from shutil import rmtree
from tempfile import mkdtemp

os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")

import httpx
import prefect
from prefect import flow, task
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter
from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings
from prefect.task_runners import ThreadPoolTaskRunner

from step_times import measures_of

VERSION = prefect.__version__
RUNS_IN_CALLER = True
START_SECONDS = 120
RECORD_SECONDS = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(cell):
    """A server with its database in a folder of its own, and this process told to talk to it."""
    folder, port = mkdtemp(prefix="prefect-"), free_port()
    url = f"http://127.0.0.1:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui"]
    environment = {**os.environ, "PREFECT_HOME": folder}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pool = {"server": server, "folder": folder, "workers": cell["workers"], "measures": {}}
    try:
        wait_for(url + "/health", server)
        pool["settings"] = temporary_settings({PREFECT_API_URL: url, PREFECT_HOME: folder})
        pool["settings"].__enter__()
    except BaseException:
        stop(pool)
        raise
    return pool


def wait_for(address, server):
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise RuntimeError(f"the server did not answer within {START_SECONDS} s")


def run_flow(pool, function, items, chain):
    @task(name="step")
    def step(item):
        return function(item)

    @task(name="join")
    def join(results):
        return results

    @flow(task_runner=ThreadPoolTaskRunner(max_workers=pool["workers"]))
    def steps():
        futures = []
        for item in items:
            futures.append(step.submit(item, wait_for=futures[-1:] if chain else None))
        return prefect.context.get_run_context().flow_run.id, join.submit(futures).result()

    pool["run_id"], results = steps()
    pool["chain"], pool["count"] = chain, len(items)
    return results


def measures(pool):
    """The server gets task runs as events, a little after they have happened: ask until all have ended."""
    deadline = time.monotonic() + RECORD_SECONDS
    wanted = FlowRunFilter(id={"any_": [pool["run_id"]]})
    with get_client(sync_client=True) as client:
        while True:
            runs = [run for run in client.read_task_runs(flow_run_filter=wanted) if run.name.startswith("step")]
            if sum(run.end_time is not None for run in runs) == pool["count"]:
                break
            if time.monotonic() > deadline:
                return {}
            time.sleep(0.1)
    runs.sort(key=lambda run: run.start_time)
    times = [[at.timestamp() for at in (run.expected_start_time, run.start_time, run.end_time)] for run in runs]
    if pool["chain"]:
        for before, after in zip(times, times[1:]):
            after[0] = max(after[0], before[2])
    return measures_of(times, pool["chain"])


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        raise NotImplementedError("Prefect submits one task an item")
    return run_flow(pool, function, items, chain=False)


def run_chain(pool, function, items):
    return run_flow(pool, function, items, chain=True)


def stop(pool):
    if "settings" in pool:
        pool["settings"].__exit__(None, None, None)
    pool["server"].terminate()
    pool["server"].wait()
    rmtree(pool["folder"])


if __name__ == "__main__":
    from noop_work import task as noop

    pool = start({"workers": 2})
    print(run(pool, noop, range(5), None), measures(pool))
    stop(pool)
