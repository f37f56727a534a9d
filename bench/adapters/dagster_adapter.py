"""Dagster: a job of ops that feed a join; all in this process, or a process a step."""

import json
from contextlib import nullcontext
from shutil import rmtree
from tempfile import mkdtemp

import dagster
from dagster import DagsterInstance, In, build_reconstructable_job, execute_job, job, multiprocess_executor, op

from dagster_records import step_measures
from step_times import function_of, name_of

VERSION = dagster.__version__
RUNS_IN_CALLER = True


def start(cell):
    """An instance with its own folder: run records, event log and results are files there."""
    folder = mkdtemp(prefix="dagster-")
    return DagsterInstance.local_temp(folder, overrides={"telemetry": {"enabled": False}}), folder, cell, {}


def make_step(function, item, place, follows):
    """An op of one item; one that follows takes the result before it as an input that it only waits for."""

    @op(name=f"step_{place}", ins={"before": In()} if follows else {})
    def step(context, **before):
        return function_of(function)(item)

    return step


@op(name="join")
def gather(results: list):
    return results


def make_job(function, items, chain, workers):
    """A job is code: child processes make it anew from these arguments, which must be JSON."""

    @job(executor_def=multiprocess_executor.configured({"max_concurrent": workers}))
    def steps():
        results = []
        for place, item in enumerate(items):
            follows = chain and place > 0
            results.append(make_step(function, item, place, follows)(*results[-1:] if follows else []))
        gather(results)

    return steps


def run(pool, function, items, chunk, chain=False):
    """Only a result that is read inside `with` finds what other processes have stored."""
    if chunk not in (None, 1):
        raise NotImplementedError("Dagster runs one op a step")
    instance, _, cell, last = pool
    arguments = (name_of(function), json.loads(json.dumps(items)), chain, cell["workers"])
    if cell["variant"] == "in-process":
        ended = nullcontext(make_job(*arguments).execute_in_process(instance=instance))
    else:
        made = build_reconstructable_job("dagster_adapter", "make_job", arguments)
        ended = execute_job(made, instance=instance, raise_on_error=True)
    with ended as result:
        last.update(run_id=result.run_id, chain=chain)
        return result.output_for_node("join")


def run_chain(pool, function, items):
    return run(pool, function, items, None, chain=True)


def measures(pool):
    return step_measures(pool[0], **pool[3])


def stop(pool):
    pool[0].dispose()
    rmtree(pool[1])
