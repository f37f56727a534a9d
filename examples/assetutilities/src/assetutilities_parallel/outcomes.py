"""What became of each item. Nothing vanishes: a failure stands in the place of its item, with its reason."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import Any, List, Optional

#: done; failed (the function raised); timed-out; lost (its worker ended); cancelled (never begun).
STATES = ("done", "failed", "timed-out", "lost", "cancelled")


@dataclass(frozen=True)
class ItemError:
    """An error as text, which every process can read: the type's name, the message, the traceback where it was raised."""

    kind: str
    message: str
    traceback: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.message}"


@dataclass(frozen=True)
class Outcome:
    """One item: its place, itself, what became of it, the function's result or the error, and its seconds of work."""

    index: int
    item: Any
    state: str
    value: Any = None
    error: Optional[ItemError] = None
    seconds: float = 0.0


class ItemsFailed(Exception):
    """Some items have no value. ``failures`` holds their outcomes, in the order of the items."""

    def __init__(self, failures: List[Outcome], count: int) -> None:
        first = failures[0]
        super().__init__(
            f"{len(failures)} of {count} items have no result; the first is item {first.index} ({first.state}): "
            f"{first.error or first.item!r}"
        )
        self.failures = failures


class Results(List[Outcome]):
    """The outcomes in the order of the items, one each."""

    def failures(self) -> List[Outcome]:
        """Those without a value."""
        return [outcome for outcome in self if outcome.state != "done"]

    def values(self) -> List[Any]:
        """What the plain loop would have returned; raises ItemsFailed where an item has no value."""
        failures = self.failures()
        if failures:
            raise ItemsFailed(failures, len(self))
        return [outcome.value for outcome in self]

    def save_failures(self, path: str) -> None:
        """Write the failures as CSV: index, item, state, error, traceback."""
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["index", "item", "state", "error", "traceback"])
            for outcome in self.failures():
                traceback = outcome.error.traceback if outcome.error else ""
                writer.writerow([outcome.index, repr(outcome.item), outcome.state, str(outcome.error or ""), traceback])
