"""Lengths of uneven tasks, relative to their mean: log-normal or Pareto, the same sequence for every tool.

One draw comes from each of `count` equally likely parts of the distribution, in shuffled order, so that even a few tasks
have its shape. The one parameter – the log-normal's sigma, the Pareto's exponent 1/shape – is then set by bisection so
that these very draws have the coefficient of variation asked for, and all are scaled to a mean of one. No length is cut
off: with mean 1 and variation cv none can exceed 1 + cv·√(count − 1), which bounds the longest task.
"""

from math import exp, log, sqrt
from random import Random
from statistics import NormalDist, fmean

SEED = 20_261_124
DISTRIBUTIONS = ("constant", "lognormal", "pareto")


def scaled(logs, parameter):
    """exp(parameter · log), divided by their mean; in relation to the largest, so that nothing overflows."""
    most = max(logs)
    lengths = [exp(parameter * (value - most)) for value in logs]
    mean = fmean(lengths)
    return [length / mean for length in lengths]


def variation(lengths):
    """Coefficient of variation of lengths whose mean is one."""
    return sqrt(fmean([(length - 1) ** 2 for length in lengths]))


def relative_lengths(count, distribution, cv):
    """`count` lengths with mean 1 and coefficient of variation `cv` (of the whole, not of a sample)."""
    most = sqrt(count - 1)
    if distribution not in DISTRIBUTIONS:
        raise ValueError(f"distribution must be one of {', '.join(DISTRIBUTIONS)}, got {distribution!r}")
    if distribution == "constant":
        return [1.0] * count
    if not cv or not 0 < cv < 0.9 * most:
        raise ValueError(f"task_cv of {count} {distribution} tasks must be above 0 and below {0.9 * most:.3g}, got {cv}")
    draw = Random(SEED).random
    parts = [min(max((index + draw()) / count, 1e-12), 1 - 1e-12) for index in range(count)]
    parts = [part for _, part in sorted((draw(), part) for part in parts)]
    if distribution == "lognormal":
        logs = [NormalDist().inv_cdf(part) for part in parts]
    else:
        logs = [-log(1 - part) for part in parts]
    low, high = 0.0, 1.0
    while variation(scaled(logs, high)) < cv:
        low, high = high, 2 * high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if variation(scaled(logs, middle)) < cv else (low, middle)
    return scaled(logs, high)


def task_lengths(cell, nominal):
    """The length of each of a cell's tasks, in the unit of `nominal`, which is their mean."""
    distribution = cell.get("distribution") or "constant"
    return [nominal * length for length in relative_lengths(cell["task_count"], distribution, cell.get("task_cv"))]


def whole_lengths(cell, nominal):
    """The same in whole numbers, whose sum is just `nominal` times their count: what is rounded off one is given to the next."""
    made, exact, given = [], 0.0, 0
    for length in task_lengths(cell, nominal):
        exact += length
        made.append(round(exact) - given)
        given = round(exact)
    made[-1] += nominal * len(made) - given
    return made
