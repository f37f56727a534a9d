"""One way of running many files at once, set up by the section ``parallel_processing`` of a configuration."""

from .jobs import run_jobs
from .mapping import Workers, parallel_map
from .outcomes import ItemError, ItemsFailed, Outcome, Results
from .plain import plain
from .processes import MissingMainGuard
from .settings import DEFAULTS, Settings

__version__ = "0.1.0"
__all__ = [
    "DEFAULTS",
    "ItemError",
    "ItemsFailed",
    "MissingMainGuard",
    "Outcome",
    "Results",
    "Settings",
    "Workers",
    "parallel_map",
    "plain",
    "run_jobs",
]
