"""Airflow: a run of a DAG is asked for over its API and polled until it ends; scheduler and executor do the rest.

The DAGs are files of their own (services/airflow_dags). Ready, started and ended are the API's queued_when, start_date
and end_date of a task instance. The default pool gets as many slots as workers are asked for.
"""

import json
import time
from contextlib import ExitStack
from datetime import datetime
from importlib.metadata import version

import httpx

from step_times import measures_of, module_of, name_of

VERSION = version("apache-airflow")
RUNS_IN_CALLER = True
POLL_SECONDS = 0.05
MOMENTS = ("queued_when", "start_date", "end_date")


def start(cell):
    """A client with a token; a deployment of its own where none is running yet."""
    stack, service = ExitStack(), cell.get("service")
    if service is None:
        service = stack.enter_context(module_of("airflow_service", "services").running(cell["variant"]))
    client = stack.enter_context(httpx.Client(base_url=service["url"], timeout=60))
    client.headers["Authorization"] = f"Bearer {ask(client, 'GET', '/auth/token')['access_token']}"
    slots = {"slots": cell["workers"], "include_deferred": False}
    ask(client, "PATCH", "/api/v2/pools/default_pool", params={"update_mask": list(slots)}, json=slots)
    return {"client": client, "stack": stack, "measures": {}}


def ask(client, method, address, **rest):
    response = client.request(method, address, **rest)
    if response.status_code == 404:
        raise NotImplementedError(f"Airflow has no {address}: a DAG has a fixed number of tasks")
    response.raise_for_status()
    return response.json()


def run_dag(pool, function, items, pattern):
    client, dag = pool["client"], f"/api/v2/dags/{pattern}_{len(items)}"
    conf = {"function": name_of(function), "items": items}
    begun = ask(client, "POST", f"{dag}/dagRuns", json={"logical_date": None, "conf": conf})
    address = f"{dag}/dagRuns/{begun['dag_run_id']}"
    while (state := ask(client, "GET", address)["state"]) not in ("success", "failed"):
        time.sleep(POLL_SECONDS)
    if state == "failed":
        raise RuntimeError(f"Airflow's run of {pattern}_{len(items)} failed")
    pool["last"] = (address, pattern == "chain")
    joined = ask(client, "GET", f"{address}/taskInstances/join/xcomEntries/return_value")["value"]
    return [tuple(result) if isinstance(result, list) else result for result in json.loads(joined)]


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        raise NotImplementedError("Airflow runs one task an item")
    return run_dag(pool, function, list(items), "fan_out")


def run_chain(pool, function, items):
    return run_dag(pool, function, list(items), "chain")


def measures(pool):
    address, chain = pool["last"]
    tasks = ask(pool["client"], "GET", f"{address}/taskInstances", params={"limit": 100})["task_instances"]
    read = datetime.fromisoformat
    steps = [[read(task[name]).timestamp() for name in MOMENTS] for task in tasks if task["task_id"] != "join"]
    return measures_of(sorted(steps, key=lambda step: step[1]), chain)


def stop(pool):
    pool["stack"].close()
