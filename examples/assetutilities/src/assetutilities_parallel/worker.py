"""What runs inside a worker process: take items, send back values, errors and log records, until told to end.

Messages to the parent are a header, a tuple whose first word says what it is; a value follows as bytes of its own, so that a
value that cannot be read costs its own item only.
"""

from __future__ import annotations

import logging
import pickle
import signal
import sys
import threading
import time
import traceback
from multiprocessing.reduction import ForkingPickler
from typing import Any, Optional, Sequence

from .outcomes import ItemError


def error_of(error: BaseException) -> ItemError:
    """An exception as text: its object may hold what cannot be pickled."""
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return ItemError(type(error).__name__, str(error), text)


class ToParent(logging.Handler):
    """Hands log records to the parent, whose handlers write them: one log file has one writer."""

    def __init__(self, connection: Any, lock: Any) -> None:
        super().__init__()
        self.connection, self.sending = connection, lock

    def emit(self, record: logging.LogRecord) -> None:
        try:
            values = dict(record.__dict__, msg=record.getMessage(), args=None)
            if values.pop("exc_info", None):
                values["exc_text"] = logging.Formatter().formatException(record.exc_info)
            # Numbers and texts only: what else a caller put into `extra` may not be picklable.
            values = {name: value for name, value in values.items() if isinstance(value, (str, int, float, type(None)))}
            with self.sending:
                self.connection.send(("log", values))
        except Exception:
            self.handleError(record)


def limit_memory(megabytes: int) -> None:
    """Let this process grow by so much; what asks for more gets a MemoryError. Linux only."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    with open("/proc/self/statm") as statm:
        now = int(statm.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + megabytes * 1_000_000, resource.RLIM_INFINITY))


def answer(connection: Any, lock: Any, function: Any, index: int, item: Any) -> None:
    """Run one item and send what came of it."""
    began = time.perf_counter()
    try:
        value = ForkingPickler.dumps(function(item), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        with lock:
            connection.send(("failed", index, error_of(error), time.perf_counter() - began))
        return
    seconds = time.perf_counter() - began
    with lock:
        connection.send(("done", index, seconds))
        connection.send_bytes(value)


def serve(connection: Any, log_level: str, memory_mb: Optional[int], inherited: Sequence[Any]) -> None:
    """The worker's main function. `inherited` are the parent's ends of pipes that a forked process holds copies of."""
    for other in inherited:
        other.close()
    # Ctrl-C reaches every process of a terminal: the parent decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lock = threading.RLock()
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)
    root.addHandler(ToParent(connection, lock))
    root.setLevel(log_level)
    if memory_mb:
        limit_memory(memory_mb)
    connection.send(("ready",))
    while True:
        try:
            message = connection.recv_bytes()
        except (EOFError, OSError):
            return
        if not message:
            return
        try:
            function, chunk = pickle.loads(message)
        except Exception as error:
            connection.send(("unreadable", error_of(error)))
            continue
        for index, item in chunk:
            answer(connection, lock, function, index, item)
