"""Prefect: a flow submits tasks to threads of its own process; a server beside it records every state they pass."""

import os
from contextlib import ExitStack
from tempfile import TemporaryDirectory

os.environ.update(DO_NOT_TRACK="1", PREFECT_LOGGING_LEVEL="WARNING")

import prefect
from prefect import flow, task
from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings
from prefect.task_runners import ThreadPoolTaskRunner

from prefect_records import step_measures
from step_times import module_of

VERSION = prefect.__version__
RUNS_IN_CALLER = True


def start(cell):
    """This process talks to the server that runs beside it, or to one of its own where none does."""
    stack, service = ExitStack(), cell.get("service")
    if service is None:
        service = stack.enter_context(module_of("prefect_service", "services").running())
    home = stack.enter_context(TemporaryDirectory(prefix="prefect-"))
    stack.enter_context(temporary_settings({PREFECT_API_URL: service["url"], PREFECT_HOME: home}))
    return {"stack": stack, "workers": cell["workers"]}


def run_flow(pool, function, items, chain):
    """In a chain a step waits for the future of the step before."""

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

    run_id, results = steps()
    pool["last"] = (run_id, len(items), chain)
    return results


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        raise NotImplementedError("Prefect submits one task an item")
    return run_flow(pool, function, items, chain=False)


def run_chain(pool, function, items):
    return run_flow(pool, function, items, chain=True)


def measures(pool):
    return step_measures(*pool["last"])


def stop(pool):
    pool["stack"].close()


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(run(pool, abs, range(-5, 5), None), measures(pool))
    stop(pool)
