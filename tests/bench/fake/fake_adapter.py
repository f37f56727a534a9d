"""A tool that does what a cell's variant says: hang, crash, lie … so that the harness is seen to bear it."""

import os
import subprocess
import sys
import time

VERSION = "0"
RUNS_IN_CALLER = True

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]


def start(cell):
    how = cell["variant"]
    if how == "unsupported":
        raise NotImplementedError("this tool cannot do that")
    if how == "raises":
        raise ValueError("first line\nsecond line")
    if how == "no-memory":
        raise MemoryError
    if how == "exits":
        os._exit(3)
    if how == "killed":
        os.kill(os.getpid(), 9)
    if how == "hangs":
        # One child of the group and one that left it: both must end with the sample.
        subprocess.Popen(SLEEPER)
        subprocess.Popen(SLEEPER, start_new_session=True)
        time.sleep(600)
    if how == "leaves":
        subprocess.Popen(SLEEPER, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return how


def run(pool, function, items, chunk):
    results = [function(item) for item in items]
    return results[::-1] if pool == "lies" else results


def stop(pool):
    if pool == "babbles":
        import atexit

        atexit.register(lambda: print("and one more thing"))
