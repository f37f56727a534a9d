"""Metaflow: a flow is a program; its runtime starts a process a task and keeps every result in a local data store.

Ready, started and ended are its metadata's own times of a task: given a number, attempt begun, attempt judged.
"""

import json
import os
import subprocess
import sys
from shutil import rmtree
from tempfile import mkdtemp

os.environ.setdefault("USERNAME", "bench")

import metaflow

from step_times import measures_of, name_of

VERSION = metaflow.metaflow_version.get_version().split("+")[0]
RUNS_IN_CALLER = True


def start(cell):
    """Nothing runs between flows: a pool is a folder for the data store and the number of workers."""
    return {"workers": cell["workers"], "folder": mkdtemp(prefix="metaflow-"), "measures": {}}


def run_flow(pool, flow, function, items, chain):
    """As its users do: `python flow.py run`, then the client reads results and times."""
    folder = pool["folder"]
    number = os.path.join(folder, "run-id")
    file = os.path.join(os.path.dirname(os.path.abspath(__file__)), flow)
    command = [sys.executable, file, "--quiet", "--no-pylint", "--metadata", "local", "--datastore", "local", "run"]
    command += ["--max-workers", str(pool["workers"]), "--run-id-file", number]
    command += ["--function", name_of(function), "--items", json.dumps(items)]
    environment = {**os.environ, "METAFLOW_DATASTORE_SYSROOT_LOCAL": folder, "METAFLOW_HOME": folder}
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(" ".join((done.stderr or done.stdout).split())[-300:])
    metaflow.metadata(f"local@{folder}")
    metaflow.namespace(None)
    with open(number) as text:
        finished = metaflow.Run(f"{'Chain' if chain else 'FanOut'}/{text.read().strip()}")
    pool["measures"] = measures_of(sorted(map(step_times, finished["work"]), key=lambda times: times[1]), chain)
    return finished["end" if chain else "gather"].task.data.results


def step_times(task):
    at = {entry.name: entry.created_at / 1000 for entry in task.metadata}
    return task.created_at.timestamp(), at["attempt"], at["attempt_ok"]


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        raise NotImplementedError("a foreach of Metaflow starts one task an item")
    return run_flow(pool, "metaflow_fan_out_flow.py", function, items, chain=False)


def run_chain(pool, function, items):
    return run_flow(pool, "metaflow_chain_flow.py", function, items, chain=True)


def measures(pool):
    return pool["measures"]


def stop(pool):
    rmtree(pool["folder"])


if __name__ == "__main__":
    from noop_work import task

    pool = start({"workers": 2})
    print(run(pool, task, range(5), None), measures(pool))
    stop(pool)
