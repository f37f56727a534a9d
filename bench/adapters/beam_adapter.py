"""Apache Beam on one computer: the Python engine behind DirectRunner, multi_processing with `workers` processes.

It is the local twin of what Dataflow runs, meant for tests. Each run is a pipeline of its own, whose worker processes
begin and end with it: nothing stays warm; when one is killed, the pipeline waits on. DirectRunner itself would first
try to download another engine; this names the Python one. Pipelines end in files, so each bundle writes one, and the
place of each item puts the results in order.
"""

import os
import pickle
import tempfile
from uuid import uuid4

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.portability.fn_api_runner import FnApiRunner

VERSION = beam.__version__
RUNS_IN_CALLER = True


class Work(beam.DoFn):
    """Calls the function on each item of a part, and keeps a bundle's results in a file."""

    def __init__(self, function, folder):
        self.function, self.folder = function, folder

    def start_bundle(self):
        self.done = []

    def process(self, part):
        self.done.extend((place, self.function(item)) for place, item in part)

    def finish_bundle(self):
        if self.done:
            with open(os.path.join(self.folder, uuid4().hex), "wb") as file:
                pickle.dump(self.done, file, 5)


def start(cell):
    """Nothing runs yet: options for the pipelines to come."""
    return PipelineOptions(direct_num_workers=cell["workers"], direct_running_mode="multi_processing")


def run(pool, function, items, chunk):
    """One element an item, unless `chunk` puts more into each; Beam itself deals elements out in a bundle a worker."""
    numbered, size = list(enumerate(items)), chunk or 1
    parts = [numbered[at : at + size] for at in range(0, len(numbered), size)]
    with tempfile.TemporaryDirectory() as folder:
        with beam.Pipeline(runner=FnApiRunner(), options=pool) as pipeline:
            _ = pipeline | beam.Create(parts) | beam.ParDo(Work(function, folder))
        results = [None] * len(numbered)
        for file in os.scandir(folder):
            with open(file, "rb") as opened:
                for place, result in pickle.load(opened):
                    results[place] = result
    return results


def stop(pool):
    """Nothing is left to stop."""


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
