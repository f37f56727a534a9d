"""The section ``parallel_processing`` of a configuration: its keys, their defaults, and what is allowed."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, fields
from typing import Any, Mapping, Optional, Union

BACKENDS = ("plain", "threads", "processes")
START_METHODS = ("spawn", "forkserver", "fork")
ON_ERROR = ("keep", "stop")


def cpus() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _whole(name: str, value: Any, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError(f"parallel_processing.{name} must be a whole number from {least}, got {value!r}")


def _among(name: str, value: Any, allowed: tuple) -> None:
    if value not in allowed:
        raise ValueError(f"parallel_processing.{name} must be one of {', '.join(allowed)}, got {value!r}")


@dataclass(frozen=True)
class Settings:
    """How a batch runs. Off by default: a batch has to be long before workers pay for their start.

    enabled: run in workers at all. backend: ``processes`` for work in Python code (openpyxl, YAML, python-docx, pypdf,
    plots), ``threads`` for waiting and for work that lets go of the GIL. max_workers: a number or ``auto`` (the processors);
    never more than items, nor, for processes, than processors. start_method: ``spawn`` is the only one on Windows.
    chunk_size: items a message. min_items: fewer run in the plain loop. timeout_per_file: seconds, then the worker is ended
    (processes only). on_error: ``keep`` goes on, ``stop`` begins nothing new and raises. memory_mb: what all workers may use
    together; memory_per_worker_mb: divides it, and is a hard limit in each worker on Linux. log_level: what workers report.
    progress_reporting: log every tenth of the batch. save_error_reports: a CSV file of the failures.
    """

    enabled: bool = False
    backend: str = "processes"
    max_workers: Union[int, str] = "auto"
    start_method: str = "spawn"
    chunk_size: int = 1
    min_items: int = 2
    timeout_per_file: Optional[float] = None
    on_error: str = "keep"
    memory_mb: Optional[int] = None
    memory_per_worker_mb: Optional[int] = None
    log_level: str = "INFO"
    progress_reporting: bool = False
    save_error_reports: Optional[str] = None

    def __post_init__(self) -> None:
        for name in ("enabled", "progress_reporting"):
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"parallel_processing.{name} must be true or false, got {getattr(self, name)!r}")
        _among("backend", self.backend, BACKENDS)
        _among("start_method", self.start_method, START_METHODS)
        _among("on_error", self.on_error, ON_ERROR)
        if self.max_workers != "auto":
            _whole("max_workers", self.max_workers, 1)
        _whole("chunk_size", self.chunk_size, 1)
        _whole("min_items", self.min_items, 1)
        for name in ("memory_mb", "memory_per_worker_mb"):
            if getattr(self, name) is not None:
                _whole(name, getattr(self, name), 1)
        if not isinstance(logging.getLevelName(self.log_level), int):
            raise ValueError(f"parallel_processing.log_level must be a level of logging, got {self.log_level!r}")
        limit = self.timeout_per_file
        if limit is not None:
            if isinstance(limit, bool) or not isinstance(limit, (int, float)) or limit <= 0:
                raise ValueError(f"parallel_processing.timeout_per_file must be seconds above 0, got {limit!r}")
            if self.backend != "processes":
                raise ValueError(f"parallel_processing.timeout_per_file needs backend processes, got {self.backend!r}")
            if self.chunk_size > 1:
                raise ValueError(f"parallel_processing.timeout_per_file needs chunk_size 1, got {self.chunk_size}")

    @classmethod
    def of(cls, section: Union["Settings", Mapping[str, Any], None]) -> "Settings":
        """Settings from a section of a configuration; a key that is not known is an error, not a key that nothing reads."""
        if isinstance(section, Settings):
            return section
        section = dict(section or {})
        unknown = sorted(set(section) - set(DEFAULTS))
        if unknown:
            raise ValueError(f"parallel_processing.{unknown[0]} is not known; there are {', '.join(DEFAULTS)}")
        return cls(**section)

    def worker_count(self, items: int) -> int:
        """The least of what is asked for, the items, the memory and, for processes, the processors; one at least."""
        counts = [items, cpus() if self.max_workers == "auto" else int(self.max_workers)]
        if self.backend == "processes":
            counts.append(cpus())
        if self.memory_mb and self.memory_per_worker_mb:
            counts.append(self.memory_mb // self.memory_per_worker_mb)
        return max(1, min(counts))

    @property
    def needs_own_process(self) -> bool:
        """Whether even one worker is worth a process: only there an item can be stopped or limited."""
        return self.backend == "processes" and bool(self.timeout_per_file or self.memory_per_worker_mb)


#: Every key with its default.
DEFAULTS = {field.name: field.default for field in fields(Settings)}
