"""Tasks that leave a mark when they begin, one of which kills its own worker half way: what is lost, what is done twice?

An item is (index, total, folder, seconds, victim). The victim's worker is killed once only, the first time the task runs.
A tool whose workers are threads of the driver dies with it. `executed` reads the marks, `close` removes them.
"""

import os
import signal
import time
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from zlib import crc32

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)

_folders = []


def mark(folder, index):
    """One write to the process's own file: nothing of it can be lost with the process, nor mixed with another's."""
    file = os.open(Path(folder, f"{os.getpid()}.marks"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        os.write(file, f"{index}\n".encode())
    finally:
        os.close(file)


def killed_first(folder):
    """Whether this call is the first to ask; true just once a folder."""
    try:
        os.close(os.open(Path(folder, "killed"), os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


def task(item):
    index, total, folder, seconds, victim = item
    mark(folder, index)
    time.sleep(seconds / 2)
    if index == victim and killed_first(folder):
        os.kill(os.getpid(), KILL)
    time.sleep(seconds / 2)
    return (index, total - index)


def make_folder():
    """Under TMPDIR, which the harness empties even when this process dies."""
    _folders.append(mkdtemp(prefix="marks-"))
    return _folders[-1]


def items(cell):
    """The victim stands half way through."""
    total, folder = cell["task_count"], make_folder()
    return [(index, total, folder, cell["task_seconds"], total // 2) for index in range(total)]


def undisturbed(items):
    """The same tasks without a victim, in a second folder."""
    folder = make_folder()
    return [(index, total, folder, seconds, -1) for index, total, _folder, seconds, _victim in items]


def executed(items):
    """How often each of these tasks was begun so far: index → times."""
    times = {index: 0 for index, *_rest in items}
    for file in Path(items[0][2]).glob("*.marks"):
        for line in file.read_text().split():
            times[int(line)] += 1
    return times


def reference(items):
    """The results without waiting or killing."""
    return [(index, total - index) for index, total, *_rest in items]


def close():
    while _folders:
        rmtree(_folders.pop(), ignore_errors=True)


def checksum(results):
    return format(crc32(repr([tuple(result) for result in results]).encode()), "08x")
