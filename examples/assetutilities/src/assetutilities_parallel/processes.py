"""Items in worker processes that live on between batches; a worker that dies or takes too long costs its own item only."""

from __future__ import annotations

import logging
import multiprocessing
import pickle
import time
from collections import deque
from multiprocessing import connection as connections
from multiprocessing.reduction import ForkingPickler
from typing import Any, Deque, List, Sequence

from .backend import Function, Numbered, Report, Stopped
from .outcomes import ItemError, Outcome
from .plain import plain
from .settings import Settings
from .worker import error_of, serve

log = logging.getLogger(__name__)
#: How often, in seconds, a batch looks whether it was cancelled.
LOOK_SECONDS = 0.05


class MissingMainGuard(RuntimeError):
    """parallel_map was called while a worker was importing the main script."""

    def __init__(self) -> None:
        super().__init__(
            "parallel_map was called while a worker process was importing the main script; put the call of the program under "
            '`if __name__ == "__main__":`, since a spawned worker imports that script anew'
        )


class WorkersDoNotStart(RuntimeError):
    """A worker ended before it was ready: the plain loop takes over."""


class Worker:
    """One process, the parent's end of its pipe, and the items that it has not answered yet."""

    def __init__(self, settings: Settings, others: Sequence["Worker"]) -> None:
        context = multiprocessing.get_context(settings.start_method)
        self.connection, theirs = context.Pipe()
        inherited = [self.connection, *(other.connection for other in others)] if settings.start_method == "fork" else []
        arguments = (theirs, settings.log_level, settings.memory_per_worker_mb, inherited)
        self.process = context.Process(target=serve, args=arguments, daemon=True, name="parallel_map")
        self.process.start()
        theirs.close()
        self.ready = self.free = False
        self.chunk: Deque[Numbered] = deque()
        self.began = 0.0

    def begin(self, message: bytes, chunk: Sequence[Numbered]) -> None:
        self.free, self.chunk, self.began = False, deque(chunk), time.monotonic()
        try:
            self.connection.send_bytes(message)
        except OSError:
            pass  # it has died: the sentinel tells

    def answered(self) -> None:
        """One item less; after the last one the worker waits for more."""
        self.chunk.popleft()
        self.free = not self.chunk

    def end(self, at_once: bool) -> None:
        if not at_once:
            try:
                self.connection.send_bytes(b"")
            except OSError:
                pass
            self.process.join(5)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.connection.close()


class Processes:
    """The backend ``processes``."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.workers: List[Worker] = []

    def start(self, count: int) -> None:
        """Have `count` workers; they get ready while the parent goes on."""
        if getattr(multiprocessing.current_process(), "_inheriting", False):
            raise MissingMainGuard()
        while len(self.workers) < count:
            self.workers.append(Worker(self.settings, self.workers))

    def run(self, function: Function, items: Sequence[Numbered], count: int, report: Report, stopped: Stopped) -> None:
        """Run the items on `count` workers and report each once, in the order in which they end."""
        try:
            ForkingPickler.dumps(function)
        except Exception as error:
            raise ValueError(f"{function!r} cannot be sent to a process: {error}; name a function of a module") from error
        self.start(count)
        given = dict(items)
        size = self.settings.chunk_size
        waiting: Deque[Sequence[Numbered]] = deque(items[at : at + size] for at in range(0, len(items), size))
        try:
            while True:
                if stopped():
                    waiting.clear()
                self.hand_out(function, waiting, report)
                busy = [worker for worker in self.workers if not worker.free]
                if not waiting and not any(worker.chunk for worker in busy):
                    return
                self.listen(busy, given, waiting, report)
        except BaseException:
            self.close(at_once=True)
            raise

    def hand_out(self, function: Function, waiting: Deque[Sequence[Numbered]], report: Report) -> None:
        for worker in self.workers:
            while worker.free and waiting:
                chunk = waiting.popleft()
                try:
                    message = bytes(ForkingPickler.dumps((function, [(i, plain(item)) for i, item in chunk]), -1))
                except Exception as error:
                    if len(chunk) > 1:
                        waiting.extendleft([[one] for one in reversed(chunk)])
                        continue
                    ((index, item),) = chunk
                    why = f"the item cannot be sent to a process: {error}; send paths and plain values"
                    report(Outcome(index, item, "failed", error=ItemError(type(error).__name__, why)))
                    continue
                worker.begin(message, chunk)

    def listen(self, busy: List[Worker], given: dict, waiting: Any, report: Report) -> None:
        """Wait for messages, deaths and the end of patience; deal with each."""
        ends = {end: worker for worker in busy for end in (worker.connection, worker.process.sentinel)}
        seen = {ends[end] for end in connections.wait(list(ends), LOOK_SECONDS)}
        for worker in seen:
            try:
                while worker.connection.poll():
                    self.take(worker, given, report)
            except (EOFError, OSError):
                self.bury(worker, waiting, report)
                continue
            if not worker.process.is_alive() and not worker.connection.poll():
                self.bury(worker, waiting, report)
        limit = self.settings.timeout_per_file
        for worker in busy if limit else ():
            if worker in self.workers and worker.chunk and time.monotonic() - worker.began > limit:
                index, item = worker.chunk.popleft()
                why = ItemError("TimeoutError", f"no result after {limit} s; its worker was ended")
                self.replace(worker)
                report(Outcome(index, item, "timed-out", error=why, seconds=time.monotonic() - worker.began))

    def take(self, worker: Worker, given: dict, report: Report) -> None:
        kind, *rest = worker.connection.recv()
        if kind == "log":
            record = logging.makeLogRecord(rest[0])
            logger = logging.getLogger(record.name)
            if logger.isEnabledFor(record.levelno):
                logger.handle(record)
        elif kind == "ready":
            worker.ready = worker.free = True
        elif kind == "unreadable":
            chunk, worker.chunk, worker.free = list(worker.chunk), deque(), True
            for index, item in chunk:
                report(Outcome(index, item, "failed", error=rest[0]))
        elif kind == "failed":
            index, error, seconds = rest
            worker.answered()
            report(Outcome(index, given[index], "failed", error=error, seconds=seconds))
        else:
            index, seconds = rest
            content = worker.connection.recv_bytes()
            worker.answered()
            try:
                outcome = Outcome(index, given[index], "done", value=pickle.loads(content), seconds=seconds)
            except Exception as error:
                outcome = Outcome(index, given[index], "failed", error=error_of(error), seconds=seconds)
            report(outcome)

    def bury(self, worker: Worker, waiting: Any, report: Report) -> None:
        """A worker has ended by itself: the item it was at is lost and not tried again, since it may be half written."""
        worker.process.join(1)
        if not worker.ready:
            raise WorkersDoNotStart(
                f"a worker ended with exit code {worker.process.exitcode} before it was ready; is the call under "
                '`if __name__ == "__main__":`?'
            )
        chunk = list(worker.chunk)
        self.replace(worker)
        if chunk[1:]:
            waiting.appendleft(chunk[1:])
        if chunk:
            index, item = chunk[0]
            why = f"its worker ended with exit code {worker.process.exitcode}"
            report(Outcome(index, item, "lost", error=ItemError("WorkerLost", why)))

    def replace(self, worker: Worker) -> None:
        worker.end(at_once=True)
        self.workers.remove(worker)
        self.workers.append(Worker(self.settings, self.workers))

    def close(self, at_once: bool = False) -> None:
        """End every worker; those that are idle in order."""
        workers, self.workers = self.workers, []
        for worker in workers:
            worker.end(at_once or not worker.free)
