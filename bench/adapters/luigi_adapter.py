"""Luigi: each task leaves a file, by which the next one knows that it is done; scheduler and workers are ours alone.

Ready, started and ended are the scheduler's own times of a task: added or last need met, handed to a worker, reported done.
"""

import os
import pickle
from shutil import rmtree
from tempfile import mkdtemp

import luigi
from luigi.interface import _WorkerSchedulerFactory

from step_times import function_of, measures_of, name_of

VERSION = luigi.__version__
RUNS_IN_CALLER = True


class Target(luigi.Task):
    """A task whose result is pickled into a file named after it."""

    folder = luigi.Parameter()

    def output(self):
        return luigi.LocalTarget(os.path.join(self.folder, self.task_id), format=luigi.format.Nop)

    def keep(self, result):
        with self.output().open("w") as file:
            pickle.dump(result, file)

    def results(self):
        """Of the tasks that this one requires, in their order."""
        for target in self.input():
            with target.open() as file:
                yield pickle.load(file)


class Step(Target):
    """One item; in a chain it requires the step before."""

    function = luigi.Parameter()
    items = luigi.ListParameter()
    place = luigi.IntParameter()
    chain = luigi.BoolParameter()

    def requires(self):
        return [self.clone(place=self.place - 1)] if self.chain and self.place > 0 else []

    def run(self):
        self.keep(function_of(self.function)(self.items[self.place]))


class Join(Target):
    """Waits for every step and gathers the results."""

    function = luigi.Parameter()
    items = luigi.ListParameter()
    chain = luigi.BoolParameter()

    def requires(self):
        return [self.clone(Step, place=place) for place in range(len(self.items))]

    def run(self):
        self.keep(list(self.results()))


class KeptScheduler(_WorkerSchedulerFactory):
    """The usual local scheduler, kept so that its records can be read after the run."""

    def create_local_scheduler(self):
        self.scheduler = super().create_local_scheduler()
        return self.scheduler


def start(cell):
    """Nothing runs between builds: a pool is a folder for results and the number of workers."""
    return {"workers": cell["workers"], "folder": mkdtemp(prefix="luigi-"), "runs": 0, "measures": {}}


def build(pool, function, items, chain):
    """A new folder a run: Luigi would not repeat what is already there."""
    pool["runs"] += 1
    folder = os.path.join(pool["folder"], str(pool["runs"]))
    join = Join(folder=folder, function=name_of(function), items=list(items), chain=chain)
    kept = KeptScheduler()
    done = luigi.build([join], kept, workers=pool["workers"], local_scheduler=True, log_level="WARNING")
    if not done or not join.complete():
        raise RuntimeError(f"luigi.build did not finish {len(items)} tasks")
    records = {task.id: task for task in kept.scheduler._state.get_active_tasks()}
    pool["measures"] = measures_of([step_times(records, records[step.task_id]) for step in join.requires()], chain)
    with join.output().open() as file:
        return pickle.load(file)


def step_times(records, task):
    ready = max([task.time, *(records[need].updated for need in task.deps or [])])
    return ready, task.time_running, task.updated


def run(pool, function, items, chunk):
    if chunk not in (None, 1):
        raise NotImplementedError("Luigi's batches are parameters of a task, not chunks of tasks")
    return build(pool, function, items, chain=False)


def run_chain(pool, function, items):
    return build(pool, function, items, chain=True)


def measures(pool):
    return pool["measures"]


def stop(pool):
    rmtree(pool["folder"])


if __name__ == "__main__":
    from noop_work import task

    pool = start({"workers": 2})
    print(run(pool, task, range(5), None), measures(pool))
    stop(pool)
