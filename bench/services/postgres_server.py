"""A PostgreSQL server of our own: default settings, its data in a folder that goes with it, loopback only."""

import os
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree, which
from tempfile import mkdtemp

CURE = "PostgreSQL was not found: install it, such as Debian's postgresql"
READY_SECONDS = 60


def programs():
    """The folder of `initdb` and `postgres`: Debian keeps them off the PATH, by version."""
    found = which("initdb") or which("postgres")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    folder = next((folder for folder in folders if (folder / "initdb").exists()), None)
    if folder is None:
        raise NotImplementedError(CURE)
    return folder


def other_user():
    """PostgreSQL refuses to run as root; root lends it the user that its package made."""
    return {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}


def open_to_others(folder):
    """Let the other user pass through the folders above its own."""
    for above in (folder, *folder.parents):
        if above.stat().st_uid == os.geteuid() and not above.stat().st_mode & 1:
            above.chmod(above.stat().st_mode | 1)


@contextmanager
def postgres(name):
    """A server with one empty database of that name and a user of the same name; its address."""
    folder, bin_folder, user = Path(mkdtemp(prefix="pg-")), programs(), other_user()
    server = None
    try:
        data = folder / "data"
        if user:
            open_to_others(folder.parent)
            os.chown(folder, *(int(part) for part in ids(user["user"])))
        quiet = {**user, "cwd": "/", **dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)}
        initdb = [bin_folder / "initdb", "-D", data, "-U", name, "-A", "trust", "--encoding=UTF8", "--locale=C.UTF-8"]
        subprocess.run(initdb, check=True, **quiet)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = str(probe.getsockname()[1])
        begin = [bin_folder / "postgres", "-D", data, "-p", port, "-k", folder, "-c", "listen_addresses=127.0.0.1"]
        server = subprocess.Popen(begin, **quiet)
        create = [bin_folder / "createdb", "-h", "127.0.0.1", "-p", port, "-U", name, name]
        deadline = time.monotonic() + READY_SECONDS
        while subprocess.run(create, **quiet).returncode:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("PostgreSQL did not answer")
            time.sleep(0.1)
        yield f"postgresql://{name}@127.0.0.1:{port}/{name}"
    finally:
        if server:
            # SIGINT is its fast shutdown: it does not wait for clients to leave.
            server.send_signal(2)
            server.wait(20)
        rmtree(folder, ignore_errors=True)


def ids(user):
    from pwd import getpwnam

    entry = getpwnam(user)
    return entry.pw_uid, entry.pw_gid
