"""What `Workers` hands to a backend, and what it asks of one."""

from __future__ import annotations

from typing import Any, Callable, Protocol, Sequence, Tuple

from .outcomes import Outcome

Function = Callable[[Any], Any]
#: An item behind its place in the batch.
Numbered = Tuple[int, Any]
#: Takes the outcome of each item once, in the order in which they end.
Report = Callable[[Outcome], None]
#: Asked before an item begins: whether nothing more is to begin.
Stopped = Callable[[], bool]


class Backend(Protocol):
    """Workers that run one batch after another."""

    def run(self, function: Function, items: Sequence[Numbered], count: int, report: Report, stopped: Stopped) -> None:
        """Run the items on `count` workers and report each."""

    def close(self, at_once: bool = False) -> None:
        """End the workers; those that are idle in order, unless `at_once`."""
