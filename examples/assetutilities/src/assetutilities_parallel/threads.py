"""Items in threads, and the plain loop: the two backends that need no process."""

from __future__ import annotations

import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from typing import Any, Optional, Sequence

from .backend import Function, Numbered, Report, Stopped
from .outcomes import Outcome
from .worker import error_of


def attempt(function: Function, index: int, item: Any) -> Outcome:
    """The outcome of one item in this thread."""
    began = time.perf_counter()
    try:
        value = function(item)
    except Exception as error:
        return Outcome(index, item, "failed", error=error_of(error), seconds=time.perf_counter() - began)
    return Outcome(index, item, "done", value=value, seconds=time.perf_counter() - began)


def plain_loop(function: Function, items: Sequence[Numbered], report: Report, stopped: Stopped) -> None:
    """One item after another, here: what every backend must give the results of."""
    for index, item in items:
        if stopped():
            return
        report(attempt(function, index, item))


class Threads:
    """The backend ``threads``. An item that has begun cannot be stopped: there is no time limit here."""

    def __init__(self) -> None:
        self.pool: Optional[ThreadPoolExecutor] = None
        self.count = 0

    def run(self, function: Function, items: Sequence[Numbered], count: int, report: Report, stopped: Stopped) -> None:
        """Hand out no more items than there are threads, so that a batch that is stopped has little left to end."""
        if count > self.count:
            self.close()
            self.pool, self.count = ThreadPoolExecutor(count, thread_name_prefix="parallel_map"), count
        waiting, running = iter(items), set()
        while True:
            while len(running) < count and not stopped():
                following = next(waiting, None)
                if following is None:
                    break
                running.add(self.pool.submit(attempt, function, *following))
            if not running:
                return
            ended, running = wait(running, return_when=FIRST_COMPLETED)
            for future in ended:
                report(future.result())

    def close(self, at_once: bool = False) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=True)
        self.pool, self.count = None, 0
