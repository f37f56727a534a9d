"""One probe process: on each line of standard input it works and answers with one line of JSON.

``capacity SECONDS`` counts loop steps until that much time is over; ``baseline STEPS`` times a fixed number of steps. A probe
sleeps between lines, so that it costs nothing while a sample runs. ``--pin CPU`` keeps it on one processor where the system can.
"""

import json
import os
import sys
from time import perf_counter


def steps(count):
    value = 1
    for _ in range(count):
        value = (value * 1103515245 + 12345) & 0x7FFFFFFF
    return value


def main():
    if "--pin" in sys.argv and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {int(sys.argv[sys.argv.index("--pin") + 1])})
    for line in sys.stdin:
        what, amount = line.split()
        began = perf_counter()
        if what == "capacity":
            done, end = 0, began + float(amount)
            while perf_counter() < end:
                steps(500)
                done += 500
            print(json.dumps({"steps": done, "seconds": perf_counter() - began}), flush=True)
        else:
            steps(int(amount))
            print(json.dumps({"seconds": perf_counter() - began}), flush=True)


if __name__ == "__main__":
    main()
