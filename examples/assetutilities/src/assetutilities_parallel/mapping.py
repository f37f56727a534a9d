"""parallel_map, and workers that are kept for several batches."""

from __future__ import annotations

import logging
import multiprocessing
import os
from threading import Event
from typing import Any, Callable, Dict, Iterable, Mapping, Optional, Sequence, Union

from .backend import Backend, Numbered
from .outcomes import ItemsFailed, Outcome, Results
from .processes import Processes, WorkersDoNotStart
from .settings import Settings
from .threads import Threads, plain_loop

log = logging.getLogger(__name__)
Section = Union[Settings, Mapping[str, Any], None]
Progress = Callable[[int, int, Outcome], None]


def is_worker() -> bool:
    """Whether this is a worker that has begun; one that is still importing the main script is told so elsewhere."""
    process = multiprocessing.current_process()
    return process.daemon and not getattr(process, "_inheriting", False)


def refuse_two_writers(numbered: Sequence[Numbered], output: Callable[[Any], Any]) -> None:
    """Raise where two items would write one file; of paths, the absolute ones in the case of this platform are compared."""
    writers: Dict[Any, int] = {}
    for index, item in numbered:
        target = output(item)
        if isinstance(target, (str, os.PathLike)):
            target = os.path.normcase(os.path.abspath(target))
        if target in writers:
            raise ValueError(f"items {writers[target]} and {index} would both write {target!r}; make one item of them")
        writers[target] = index


class Workers:
    """Workers that stay between batches: under spawn each pays for its imports once. Use it as a context manager."""

    def __init__(self, section: Section = None) -> None:
        self.settings = Settings.of(section)
        self.backend: Optional[Backend] = None
        if self.settings.backend == "processes":
            self.backend = Processes(self.settings)
        elif self.settings.backend == "threads":
            self.backend = Threads()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: Any, *_: Any) -> None:
        self.close(at_once=kind is not None)

    def close(self, at_once: bool = False) -> None:
        """End the workers; those that are idle in order, unless `at_once`."""
        if self.backend is not None:
            self.backend.close(at_once)

    def runs_here(self, count: int, items: int) -> bool:
        """Whether the plain loop is to do it: switched off, too few items, one worker, or inside a worker already."""
        settings = self.settings
        return (
            not settings.enabled
            or self.backend is None
            or items < settings.min_items
            or (count == 1 and not settings.needs_own_process)
            # A daemonic process may have no children, and workers of workers would outnumber the processors.
            or (settings.backend == "processes" and is_worker())
        )

    def map(
        self,
        function: Callable[[Any], Any],
        items: Iterable[Any],
        progress: Optional[Progress] = None,
        cancel: Optional[Event] = None,
        output: Optional[Callable[[Any], Any]] = None,
    ) -> Results:
        """Like parallel_map, with these workers."""
        settings, numbered = self.settings, list(enumerate(items))
        if output is not None:
            refuse_two_writers(numbered, output)
        count = settings.worker_count(len(numbered)) if numbered else 1
        found: Dict[int, Outcome] = {}
        failures = 0

        def report(outcome: Outcome) -> None:
            nonlocal failures
            found[outcome.index] = outcome
            total = len(numbered)
            if settings.progress_reporting and len(found) * 10 // total > (len(found) - 1) * 10 // total:
                log.info("%d of %d items done", len(found), total)
            if outcome.state != "done":
                failures += 1
                log.warning("item %d %s: %s", outcome.index, outcome.state, outcome.error)
            if progress is not None:
                progress(len(found), total, outcome)

        def stopped() -> bool:
            if cancel is not None and cancel.is_set():
                return True
            return settings.on_error == "stop" and failures > 0

        if self.runs_here(count, len(numbered)):
            plain_loop(function, numbered, report, stopped)
        else:
            try:
                self.backend.run(function, numbered, count, report, stopped)
            except WorkersDoNotStart as reason:
                log.warning("%s The plain loop does the rest.", reason)
                left = [(index, item) for index, item in numbered if index not in found]
                plain_loop(function, left, report, stopped)
        results = Results(found.get(index) or Outcome(index, item, "cancelled") for index, item in numbered)
        if settings.save_error_reports and results.failures():
            results.save_failures(settings.save_error_reports)
        if settings.on_error == "stop" and failures > 0:
            raise ItemsFailed([outcome for outcome in results.failures() if outcome.state != "cancelled"], len(results))
        return results


def parallel_map(
    function: Callable[[Any], Any],
    items: Iterable[Any],
    section: Section = None,
    *,
    progress: Optional[Progress] = None,
    cancel: Optional[Event] = None,
    output: Optional[Callable[[Any], Any]] = None,
) -> Results:
    """Run ``function`` on every item as ``cfg["parallel_processing"]`` says; the outcomes, in the order of the items.

    ``function`` is a function of a module; with processes, items and values must pickle, dictionaries arrive as plain ones,
    and what a function changes in its item stays in the worker: results come back by ``return`` only. No two items may write
    the same file: ``output(item)`` names what an item writes, and a batch in which two name the same is refused.
    ``progress(done, total, outcome)`` is called here as items end, in any order. Once ``cancel`` is set nothing new begins;
    what has begun ends. The plain loop runs instead where workers are off, not worth it, or do not start.
    """
    with Workers(section) as workers:
        return workers.map(function, items, progress, cancel, output)
