"""What Prefect's server keeps of the steps of a flow run.

Ready, started and ended are a task run's expected_start_time (in a chain not before the step before has ended),
start_time and end_time.
"""

import time

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter

from step_times import measures_of

RECORD_SECONDS = 20


def step_measures(run_id, count, chain):
    """The server gets task runs as events, a little after they have happened: ask until all have ended."""
    deadline = time.monotonic() + RECORD_SECONDS
    wanted = FlowRunFilter(id={"any_": [run_id]})
    with get_client(sync_client=True) as client:
        while True:
            runs = [run for run in client.read_task_runs(flow_run_filter=wanted) if run.name.startswith("step")]
            if sum(run.end_time is not None for run in runs) == count:
                break
            if time.monotonic() > deadline:
                return {}
            time.sleep(0.1)
    runs.sort(key=lambda run: run.start_time)
    times = [[at.timestamp() for at in (run.expected_start_time, run.start_time, run.end_time)] for run in runs]
    if chain:
        for before, after in zip(times, times[1:]):
            after[0] = max(after[0], before[2])
    return measures_of(times, chain)
