"""Dagster: a job of ops that feed a join; all in this process, or a process a step.

Started and ended are the event log's times of a step; it is ready when the step it needs has ended, or the run has begun.
"""

from shutil import rmtree
from tempfile import mkdtemp

import dagster
from dagster import DagsterInstance, In, build_reconstructable_job, execute_job, job, multiprocess_executor, op

from step_times import function_of, measures_of, name_of

VERSION = dagster.__version__
RUNS_IN_CALLER = True


def start(cell):
    """An instance with its own folder: run records, event log and results are files there."""
    folder = mkdtemp(prefix="dagster-")
    instance = DagsterInstance.local_temp(folder, overrides={"telemetry": {"enabled": False}})
    return {"instance": instance, "folder": folder, "cell": cell, "measures": {}}


def make_step(function, item, place, follows):
    """An op of one item; one that follows takes the result before it as an input that it only waits for."""

    @op(name=f"step_{place}", ins={"before": In()} if follows else {})
    def step(context, **before):
        return function_of(function)(item)

    return step


@op
def join(results: list):
    return results


def make_job(function, items, chain, workers):
    """A job is code: child processes make it anew from these arguments, which must be JSON."""

    @job(executor_def=multiprocess_executor.configured({"max_concurrent": workers}))
    def steps():
        results = []
        for place, item in enumerate(items):
            follows = chain and place > 0
            results.append(make_step(function, item, place, follows)(*results[-1:] if follows else []))
        join(results)

    return steps


def execute(pool, function, items, chain):
    instance, cell = pool["instance"], pool["cell"]
    arguments = (name_of(function), [list(item) if isinstance(item, tuple) else item for item in items])
    arguments += (chain, cell["workers"])
    if cell["variant"] == "in-process":
        result = make_job(*arguments).execute_in_process(instance=instance)
        results = result.output_for_node("join")
    else:
        made = build_reconstructable_job("dagster_adapter", "make_job", arguments)
        with execute_job(made, instance=instance, raise_on_error=True) as result:
            results = result.output_for_node("join")
    pool["measures"] = measures_of(step_times(instance, result.run_id, chain), chain)
    return results


def step_times(instance, run_id, chain):
    stats = [stat for stat in instance.get_run_step_stats(run_id) if stat.step_key != "join"]
    stats.sort(key=lambda stat: stat.start_time)
    begun = instance.get_run_stats(run_id).start_time
    ready = [begun, *(stat.end_time for stat in stats)] if chain else [begun] * len(stats)
    return [(at, stat.start_time, stat.end_time) for at, stat in zip(ready, stats)]


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        raise NotImplementedError("Dagster runs one op a step")
    return execute(pool, function, items, chain=False)


def run_chain(pool, function, items):
    return execute(pool, function, items, chain=True)


def measures(pool):
    return pool["measures"]


def stop(pool):
    pool["instance"].dispose()
    rmtree(pool["folder"])


if __name__ == "__main__":
    # A step's process imports this file by its module name: without the guard it would start jobs of its own.
    from noop_work import task

    pool = start({"workers": 2, "variant": "in-process"})
    print(run(pool, task, range(5), None), measures(pool))
    stop(pool)
