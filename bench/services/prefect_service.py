"""A Prefect server on a free loopback port, its database in a folder of its own.

As a script: starts it, writes one JSON line once it answers, and ends it when standard input closes. As a module:
``with running() as settings``.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from shutil import rmtree
from tempfile import mkdtemp
from urllib.request import urlopen

START_SECONDS = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(address):
    try:
        with urlopen(address, timeout=5) as response:
            return response.status == 200
    except OSError:
        return False


@contextmanager
def running(_argument=None):
    """Settings of a server that answers: {"url": …}."""
    folder, port = mkdtemp(prefix="prefect-"), free_port()
    url = f"http://127.0.0.1:{port}/api"
    options = ["--host", "127.0.0.1", "--port", str(port), "--no-ui"]
    command = [sys.executable, "-m", "prefect", "server", "start", *options]
    silent = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
    environment = {**os.environ, **silent, "PREFECT_HOME": folder}
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    server = subprocess.Popen(command, env=environment, **quiet)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not answers(f"{url}/health"):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the Prefect server did not answer within {START_SECONDS} s")
            time.sleep(0.05)
        yield {"url": url}
    finally:
        server.terminate()
        server.wait()
        rmtree(folder, ignore_errors=True)


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with running() as settings:
        print(json.dumps(settings), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
