"""Functions that workers can import."""

import logging
import os
import time


def square(number):
    return number * number


def slow_first(number):
    time.sleep(0.2 if number == 0 else 0)
    return number


def pick(number):
    """Fails for 3."""
    if number == 3:
        raise ValueError(f"no {number} please")
    return number


def where(_):
    time.sleep(0.05)
    return os.getpid()


def die_at(number):
    if number == 2:
        os._exit(7)
    return number


def sleep_at(number):
    time.sleep(30 if number == 1 else 0)
    return number


def hoard(megabytes):
    return len(bytearray(megabytes * 1_000_000))


def speak(number):
    logging.getLogger("tasks.speaker").warning("item %s speaks", number)
    return number


def not_picklable(_):
    return lambda: None


def write_count(path):
    """Write to a file of its own; return a plain dictionary."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(os.path.basename(path))
    return {"path": path, "bytes": os.path.getsize(path)}


def run_job(item):
    """What the engine would do: read the configuration, write the final one into the job's own folder."""
    final = os.path.join(item["root_folder"], "final.yml")
    with open(item["input_file"], encoding="utf-8") as before, open(final, "w", encoding="utf-8") as after:
        after.write(before.read())
    return {"final": final}


def set_attribute(cfg):
    """What a handler does with an AttributeDict, on what arrives in the worker."""
    return type(cfg).__name__, sorted(cfg)


def nested(number):
    from assetutilities_parallel import parallel_map

    section = {"enabled": True, "max_workers": 2}
    pids = {outcome.value for outcome in parallel_map(where, range(3), section)}
    return number, pids == {os.getpid()}
