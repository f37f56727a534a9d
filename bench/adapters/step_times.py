"""What an orchestrator's own records say of the steps of a run; and functions by name, for tools that run them elsewhere."""

import os
import sys
from importlib import import_module
from statistics import median


def measures_of(steps, chain):
    """Medians of (ready, start, end) of each step, in seconds since any one moment; None where a tool keeps no such record.

    assignment: from ready to started; execution: from started to ended; transition: from one step's end to the
    start of the next of a chain.
    """
    steps = [step for step in steps if None not in step[1:]]
    gaps = {
        "assignment": [start - ready for ready, start, _ in steps if ready is not None],
        "execution": [end - start for _, start, end in steps],
        "transition": [later[1] - earlier[2] for earlier, later in zip(steps, steps[1:])] if chain else [],
    }
    return {name: median(values) for name, values in gaps.items() if values}


def name_of(function):
    """`module:function`; what the protocol defines while it is the main module is found under its file's name."""
    module = function.__module__
    return f"{'protocol' if module == '__main__' else module}:{function.__name__}"


def function_of(name):
    """The function of a name, wherever the process runs: `protocol` stands one folder above the adapters."""
    module, function = name.split(":")
    return getattr(module_of(module, ""), function)


def module_of(name, folder):
    """A module of a folder beside the adapters' one, on the path or not."""
    beside = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), folder)
    if beside not in sys.path:
        sys.path.append(beside)
    return import_module(name)
