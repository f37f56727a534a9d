"""Airflow DAGs of a few fixed sizes: fan-outs and chains, each with a join.

A run's conf names the function and its items. `airflow_service.DAG_COUNT` says how many there are.
"""

import json

from airflow.sdk import DAG, get_current_context, task

from step_times import function_of

FAN_OUTS, CHAINS = (1, 2, 4, 10, 50), (2, 4, 10)


@task
def step(place, before=None):
    conf = get_current_context()["dag_run"].conf
    return function_of(conf["function"])(conf["items"][place])


@task
def join(results):
    """As text: what the API would say of a tuple depends on how Airflow stores it."""
    return json.dumps(list(results))


def steps(count, chain):
    results = []
    for place in range(count):
        # A step of a chain takes the result before it, and so waits for it.
        before = results[-1] if chain and results else None
        results.append(step.override(task_id=f"step_{place}")(place, before))
    join(results)


for pattern, counts in (("fan_out", FAN_OUTS), ("chain", CHAINS)):
    for count in counts:
        with DAG(dag_id=f"{pattern}_{count}", schedule=None):
            steps(count, pattern == "chain")
