"""The step in a flow of Prefect: three tasks with names that people use; the pool works inside one of them."""

import os
import sys
from pathlib import Path

from prefect import flow, task

from pool_in_a_step import run_step


@task
def find(folder):
    return sorted(str(path) for path in Path(folder).glob("*.csv"))


@task(retries=2)
def convert(sources, folder):
    return run_step(sources, folder, workers=os.cpu_count() or 1)


@task
def report(targets):
    return sum(int(Path(target).read_text(encoding="utf-8")) for target in targets)


@flow
def count_all(source_folder, target_folder):
    return report(convert(find(source_folder), target_folder))


if __name__ == "__main__":
    # The pool's workers are spawned and import this file: without the guard each would start a flow.
    print(count_all(*sys.argv[1:3]))
