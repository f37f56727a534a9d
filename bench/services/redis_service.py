"""A real Redis on a free loopback port: the broker and the result store of Celery. Nothing of it is kept on disk.

As a script: starts Redis, writes one JSON line once it answers, and ends it when standard input closes. As a module:
``with running() as settings``.
"""

import json
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager

START_SECONDS = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def talking(host, port):
    """A function that sends one inline command of Redis's own protocol and returns the line it answers."""
    with socket.create_connection((host, port), timeout=10) as connection, connection.makefile("rb") as answers:

        def ask(command):
            connection.sendall(command.encode() + b"\r\n")
            return answers.readline().decode().strip()

        yield ask


def answers(host, port):
    try:
        with talking(host, port) as ask:
            return ask("PING") == "+PONG"
    except OSError:
        return False


def empty(host, port):
    """Forget all that earlier samples left: a task still in the queue must not run in the next one."""
    with talking(host, port) as ask:
        said = ask("FLUSHALL")
    if said != "+OK":
        raise RuntimeError(f"Redis did not empty itself: {said}")


@contextmanager
def running(_argument=None):
    """Settings of a Redis that answers; NotImplementedError with the cure where there is none."""
    command = shutil.which("redis-server")
    if command is None:
        raise NotImplementedError("redis-server was not found: install Redis, such as Debian's redis-server")
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as log:
        options = {"bind": "127.0.0.1", "port": port, "dir": folder, "save": "", "appendonly": "no"}
        arguments = [part for name, value in options.items() for part in (f"--{name}", str(value))]
        server = subprocess.Popen([command, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + START_SECONDS
            while not answers("127.0.0.1", port):
                if server.poll() is not None or time.monotonic() > deadline:
                    log.seek(0)
                    raise RuntimeError(f"redis-server did not answer: {log.read().strip()[-300:]}")
                time.sleep(0.01)
            yield {"host": "127.0.0.1", "port": port, "url": f"redis://127.0.0.1:{port}/0"}
        finally:
            server.terminate()
            server.wait()


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with running() as settings:
            print(json.dumps(settings), flush=True)
            sys.stdin.read()
    except NotImplementedError as error:
        print(json.dumps({"unsupported": str(error)}), flush=True)


if __name__ == "__main__":
    main()
