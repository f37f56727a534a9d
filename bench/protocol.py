"""The clock, and the joint between the controller and an adapter.

Reads one cell as JSON on standard input, runs it once in this fresh process, and writes one JSON row as the last line of
standard output. An adapter defines only ``start(cell) -> pool``, ``run(pool, function, items, chunk) -> results`` in the
order of the items, and ``stop(pool)``. Times are seconds of ``time.perf_counter_ns``; standard library only.
"""

import sys
from time import perf_counter_ns

HOLD_SECONDS, MOST_HOLD_SECONDS = 0.002, 0.2
HOLD_ROUNDS = 8
COLD_FIRST = ("table",)
FAULT_SECONDS = 20
MOST_ROUNDS = 100


def answer(hold_seconds):
    """Hold a worker briefly, so that the next item goes to another one, and say which worker this is."""
    import os
    import threading
    import time

    time.sleep(hold_seconds)
    return (os.getpid(), threading.get_ident())


def warm(adapter, pool, workers):
    """Ask until every worker has answered once; one round where the adapter has no workers of its own.

    A dispatcher that hands out a task a millisecond finds the first workers free again before it comes to the last: the
    hold doubles every few rounds.
    """
    seen = set()
    for round_ in range(MOST_ROUNDS):
        hold_seconds = min(HOLD_SECONDS * 2 ** (round_ // HOLD_ROUNDS), MOST_HOLD_SECONDS)
        seen.update(adapter.run(pool, answer, [hold_seconds] * workers, 1))
        if len(seen) >= workers or getattr(adapter, "RUNS_IN_CALLER", False):
            break
    return len(seen)


def module_of(cell):
    """The module of the timed work: all queries on tables share one."""
    return "table_work" if cell["experiment"] == "table" else cell["workload"] + "_work"


def run_pattern(adapter, pool, work, items, cell):
    """Run the items all at once, one at a time (``sequential``: latency), or as a graph, where the adapter has graphs."""
    chunk, pattern = cell.get("chunk_size"), cell["pattern"]
    if cell["experiment"] == "table":
        return adapter.run(pool, cell["workload"], items, chunk)
    if pattern == "sequential":
        return [adapter.run(pool, work.task, [item], chunk)[0] for item in items]
    if pattern in ("chain", "stencil"):
        run = getattr(adapter, "run_chain" if pattern == "chain" else "run_graph", None)
        if run is None:
            raise NotImplementedError(f"this adapter has no {pattern}")
        return run(pool, work.task, items)
    return adapter.run(pool, work.task, items, chunk)


def tree():
    """Process numbers of the live descendants of this process; None without /proc."""
    import os

    if not os.path.isdir("/proc/self"):
        return None
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    parents[int(name)] = int(stat.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found, grew = {os.getpid()}, True
    while grew:
        grew = {pid for pid, parent in parents.items() if parent in found and pid not in found}
        found |= grew
    return found - {os.getpid()}


def high_water(pid):
    """Peak resident bytes of one process, by the kernel's own mark."""
    with open(f"/proc/{pid}/status") as status:
        return next((int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM")), 0)


def proportional(pid):
    """Resident bytes of one process, each shared page divided among those who share it."""
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        return next((int(line.split()[1]) * 1024 for line in rollup if line.startswith("Pss:")), 0)


def processor_seconds(pid):
    """CPU of one live process and of the children it has waited for."""
    import os

    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def over(pids, read):
    """The sum of a reading over processes, less those that are gone by now."""
    total = 0
    for pid in pids:
        try:
            total += read(pid)
        except OSError:
            continue
    return total


def own_cpu_seconds():
    """User and system time of this process and of every child that has ended and been waited for."""
    try:
        import resource
    except ImportError:
        return None
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def footprint(workers):
    """Memory and CPU of the whole tree, read between run and stop, so that nobody watches while the clock runs."""
    import os

    others = tree()
    if others is None:
        return {}
    return {
        "peak_rss_bytes": over(others | {os.getpid()}, high_water),
        "idle_bytes_a_worker": over(others, proportional) / workers if others else None,
        "cpu_seconds": own_cpu_seconds() + over(others, processor_seconds),
    }


def payload_bytes(item, result):
    """Bytes of one item and of one result as pickle writes them: what has to be moved where memory is not shared."""
    from pickle import dumps

    return {"payload_in_bytes": len(dumps(item, 5)), "payload_out_bytes": len(dumps(result, 5))}


def serial_reference(cell):
    """What one of these very tasks takes in a plain loop (median of up to five rounds within the budget), and the checksum."""
    from importlib import import_module
    from statistics import median

    work = import_module(module_of(cell))
    items = work.items(cell)
    if cell["experiment"] == "fault":
        items = work.undisturbed(items)
    if not hasattr(work, "task"):
        return {"checksum": work.checksum(work.reference(items))}
    budget_seconds = cell["serial_budget_seconds"]
    # The first few of uneven tasks are not like the rest: all are timed.
    even = cell.get("distribution") in (None, "constant")
    some = items[: max(1, int(budget_seconds / (cell.get("task_seconds") or 1e-9)))] if even else items
    rounds, began = [], perf_counter_ns()
    while len(rounds) < 5 and (not rounds or (perf_counter_ns() - began) / 1e9 < budget_seconds):
        start = perf_counter_ns()
        for item in some:
            work.task(item)
        rounds.append((perf_counter_ns() - start) / 1e9 / len(some))
    row = {"task_seconds_serial": median(rounds)}
    if getattr(work, "MEASURES_PAYLOAD", False):
        typical = items[len(items) // 2]
        row.update(payload_bytes(typical, work.task(typical)))
    if cell.get("want_checksum"):
        # Waiting does not change a result, so such work tells what it would give without the wait.
        results = work.reference(items) if hasattr(work, "reference") else [work.task(item) for item in items]
        row["checksum"] = work.checksum(results)
    if hasattr(work, "close"):
        work.close()
    return row


def told(error):
    """An error as one line: its type and the line that says most, which is the last where a tool repeats a traceback."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    traceback = any(line.startswith("Traceback") for line in lines)
    return f"{type(error).__name__}: {lines[-1 if traceback else 0] if lines else ''}"[:300]


def run_fault(adapter, pool, work, items):
    """Run the work unharmed, then with a worker that kills itself half-way; say what came back, what ran twice, how late.

    A tool may wait for the dead worker for ever: after FAULT_SECONDS the outcome is a time-out, with what was lost so far.
    """
    import threading

    began = perf_counter_ns()
    adapter.run(pool, work.task, work.undisturbed(items), 1)
    unharmed = (perf_counter_ns() - began) / 1e9
    results, errors = [], []

    def harmed():
        try:
            results.extend(adapter.run(pool, work.task, items, 1))
        except BaseException as error:
            errors.append(error)

    began = perf_counter_ns()
    runner = threading.Thread(target=harmed, daemon=True)
    runner.start()
    runner.join(FAULT_SECONDS)
    seconds = (perf_counter_ns() - began) / 1e9
    executed = work.executed(items)
    doubled = sum(count - 1 for count in executed.values() if count > 1)
    row = {"run_seconds": seconds, "measures": {"doubled": doubled, "undisturbed": unharmed}}
    if results:
        row["checksum"] = work.checksum(results)
        row["measures"].update(lost=0, delayed=max(0.0, seconds - unharmed))
        return row
    # A result that was computed but never handed over is lost to the caller all the same.
    row["measures"]["lost"] = len(items)
    if errors:
        error = errors[0]
        row.update(outcome="error", detail=told(error))
    else:
        row.update(outcome="timeout", detail=f"no answer {FAULT_SECONDS} s after a worker was killed; it would wait on")
    row["abandon"] = not errors
    return row


def measure(cell):
    """Run one cell and return its row. The phases never overlap."""
    from importlib import import_module

    row = {}
    began = perf_counter_ns()
    adapter = import_module(cell["adapter"])
    row["import_seconds"] = (perf_counter_ns() - began) / 1e9
    if cell.get("pinned"):
        import os

        os.sched_setaffinity(0, {0})
    work = import_module(module_of(cell))
    items = work.grid(cell) if cell["pattern"] == "stencil" else work.items(cell)
    row["tool_version"] = getattr(adapter, "VERSION", None)
    cold = cell["experiment"] in COLD_FIRST

    began = perf_counter_ns()
    pool = adapter.start(cell)
    row["start_seconds"] = (perf_counter_ns() - began) / 1e9
    try:
        began = perf_counter_ns()
        if cold:
            # What these tools keep warm is data and plans, not idle workers: the first run of the very work.
            run_pattern(adapter, pool, work, items, cell)
        else:
            row["workers_answered"] = warm(adapter, pool, cell["workers"])
        row["first_seconds"] = (perf_counter_ns() - began) / 1e9

        if cell["experiment"] == "fault":
            row.update(run_fault(adapter, pool, work, items))
            return row
        began = perf_counter_ns()
        results = run_pattern(adapter, pool, work, items, cell)
        row["run_seconds"] = (perf_counter_ns() - began) / 1e9
        row["checksum"] = work.checksum(results)
        row["measures"] = adapter.measures(pool) if hasattr(adapter, "measures") else {}
        if cold:
            row["measures"]["cold"] = row["first_seconds"]
        row.update(footprint(cell["workers"]))
    finally:
        # A pool that waits for a dead worker cannot be stopped in order; the controller ends its tree.
        if not row.get("abandon"):
            began = perf_counter_ns()
            adapter.stop(pool)
            row["stop_seconds"] = (perf_counter_ns() - began) / 1e9
        if hasattr(work, "close"):
            work.close()
    # Children that were waited for are in the system's own account; a fork server's are only in /proc, while they live.
    row["cpu_seconds"] = max(row.get("cpu_seconds") or 0, own_cpu_seconds() or 0) or None
    return row


def main():
    import json
    import platform

    cell = json.load(sys.stdin)
    row = {"python_version": platform.python_version()}
    try:
        row["outcome"] = "ok"
        row.update(serial_reference(cell) if cell.get("serial_budget_seconds") else measure(cell))
    except NotImplementedError as error:
        row.update(outcome="unsupported", detail=str(error))
    except MemoryError as error:
        row.update(outcome="oom", detail=str(error) or "MemoryError")
    except Exception as error:  # every failure is a row, whatever a tool raises
        row.update(outcome="error", detail=told(error))
    # Read last: importing an extension that is not made for it switches the lock on again.
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    row["python_build"] = "gil" if gil else "free-threaded"
    sys.stdout.flush()
    print("\n" + json.dumps(row), flush=True)
    if row.get("abandon"):
        import os

        os._exit(0)


if __name__ == "__main__":
    main()
