"""Luigi: each task leaves a file, by which the next one knows that it is done; scheduler and workers are ours alone."""

import pickle
from tempfile import TemporaryDirectory, mkdtemp

import luigi

from luigi_records import KeptScheduler
from step_times import function_of, name_of

VERSION = luigi.__version__
RUNS_IN_CALLER = True


class Step(luigi.Task):
    """One item; in a chain it requires the step before. Its result is pickled into a file named after it."""

    folder, function, items = luigi.Parameter(), luigi.Parameter(), luigi.ListParameter()
    place, chain = luigi.IntParameter(), luigi.BoolParameter()

    def requires(self):
        return [self.clone(place=self.place - 1)] if self.chain and self.place > 0 else []

    def output(self):
        return luigi.LocalTarget(f"{self.folder}/{self.task_id}", format=luigi.format.Nop)

    def run(self):
        with self.output().open("w") as file:
            pickle.dump(self.result(), file)

    def result(self):
        return function_of(self.function)(self.items[self.place])

    def read(self):
        with self.output().open() as file:
            return pickle.load(file)


class Join(Step):
    """Requires every step and gathers their results."""

    def requires(self):
        return [self.clone(Step, place=place) for place in range(len(self.items))]

    def result(self):
        return [step.read() for step in self.requires()]


def start(cell):
    """Nothing runs between builds: a pool is a folder for results and the number of workers."""
    return {"workers": cell["workers"], "folder": TemporaryDirectory(prefix="luigi-"), "kept": KeptScheduler()}


def run(pool, function, items, chunk, chain=False):
    """A new folder each time: Luigi would not repeat what is already there."""
    if chunk not in (None, 1):
        raise NotImplementedError("Luigi's batches are parameters of a task, not chunks of tasks")
    join = Join(mkdtemp(dir=pool["folder"].name), name_of(function), list(items), 0, chain)
    luigi.build([join], pool["kept"], workers=pool["workers"], local_scheduler=True, log_level="WARNING")
    assert join.complete(), f"luigi.build did not finish {len(items)} tasks"
    pool["last"] = (join.requires(), chain)
    return join.read()


def run_chain(pool, function, items):
    return run(pool, function, items, None, chain=True)


def measures(pool):
    return pool["kept"].step_measures(*pool["last"])


def stop(pool):
    pool["folder"].cleanup()


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(run(pool, abs, range(-5, 5), None), measures(pool))
    stop(pool)
