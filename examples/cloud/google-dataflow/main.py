"""A Beam pipeline: the same work as one element each. It runs on Dataflow, or on your machine with the DirectRunner."""

import argparse

from stores import open_store
from task import run_key


def run_element(key, store):
    """One element: opened on the worker, since a store's client does not pickle."""
    return run_key(open_store(store), key)


def main():
    import apache_beam as beam
    from apache_beam.options.pipeline_options import PipelineOptions

    parser = argparse.ArgumentParser()
    parser.add_argument("--store", required=True)
    arguments, rest = parser.parse_known_args()
    keys = sorted(key for key in open_store(arguments.store).keys() if key.endswith(".csv"))
    with beam.Pipeline(options=PipelineOptions(rest)) as pipeline:
        # Reshuffle keeps Beam from running all keys in the step that made them.
        pipeline | beam.Create(keys) | beam.Reshuffle() | beam.Map(run_element, arguments.store)


if __name__ == "__main__":
    main()
