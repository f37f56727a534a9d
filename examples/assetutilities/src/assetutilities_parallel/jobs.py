"""Whole jobs: a configuration file each, a root folder of its own each, so that results and logs cannot collide."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, Iterable, List, Mapping, Union

from .mapping import parallel_map
from .outcomes import Results
from .settings import Settings


def job_items(files: Iterable[str], root: str) -> List[Dict[str, str]]:
    """An item a configuration file: its absolute path, and a new folder below `root` that bears its name and its number."""
    items = []
    for index, file in enumerate(files):
        name = os.path.splitext(os.path.basename(file))[0]
        folder = os.path.join(os.path.abspath(root), f"{index:04}_{name}")
        os.makedirs(folder)
        items.append({"input_file": os.path.abspath(file), "root_folder": folder})
    return items


def run_jobs(
    run: Callable[[Dict[str, str]], Any],
    files: Iterable[str],
    root: str,
    section: Union[Settings, Mapping[str, Any], None] = None,
    **how: Any,
) -> Results:
    """Run ``run({"input_file": …, "root_folder": …})`` for every file, as parallel_map does; it returns a plain dictionary.

    For AssetUtilities ``run`` would load the file, call ``engine(cfg=cfg, embed=True, root_folder=…, log_to_file=False)`` and
    return the section of results as a ``dict``. Never in threads: two engine runs share what belongs to their process.
    """
    settings = Settings.of(section)
    if settings.enabled and settings.backend == "threads":
        raise ValueError("parallel_processing.backend must be processes or plain for whole jobs, got 'threads'")
    return parallel_map(run, job_items(files, root), settings, output=lambda item: item["root_folder"], **how)
