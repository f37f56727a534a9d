"""One step of a pipeline that works on many files: a process pool, one task for each output file.

The orchestrator sees one call, which it may repeat: what exists is skipped, what failed is named.
"""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path


def count_rows(source, target):
    """The work on one file. The output appears whole or not at all."""
    rows = Path(source).read_text(encoding="utf-8").splitlines()[1:]
    if not rows:
        raise ValueError(f"{source} has no rows")
    draft = Path(f"{target}.part")
    draft.write_text(f"{len(rows)}\n", encoding="utf-8")
    os.replace(draft, target)


def run_step(sources, folder, workers):
    """Makes an output for each source and returns their paths in order; raises when all are tried, if any failed."""
    targets = {source: Path(folder) / f"{Path(source).stem}.txt" for source in sources}
    if len(set(targets.values())) < len(targets):
        raise ValueError("two sources would write one output file")
    missing = [source for source, target in targets.items() if not target.exists()]
    failures = {}
    if missing:
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(min(workers, len(missing)), mp_context=spawn) as pool:
            futures = {pool.submit(count_rows, source, targets[source]): source for source in missing}
            for future in as_completed(futures):
                if error := future.exception():
                    failures[futures[future]] = repr(error)
    if failures:
        raise RuntimeError(f"{len(failures)} of {len(targets)} failed: {failures}")
    return [str(target) for target in targets.values()]
