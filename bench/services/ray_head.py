"""A Ray head of its own, with a server for Ray's client, reached through the delaying proxy.

    address, round_trip_seconds, stop = start_far_head({"workers": 2, "rtt_seconds": 0.02}, 400_000_000)
    ray.init(address)
"""

import atexit
import socket
import subprocess
import sys
import time
from tempfile import mkdtemp

from delay_proxy import HOST, start_measured_proxy

START_SECONDS = 60
STOP_SECONDS = 20


def free_port():
    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


def wait_for(process, port):
    """Until the client's server takes connections; an error when the head ends or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"ray start ended with code {process.returncode}")
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"the server for Ray's client did not answer within {START_SECONDS} s")


def start_far_head(cell, store_bytes):
    """Start head and proxy; returns the address for `ray.init`, the round trip really added, and what ends both."""
    port = free_port()
    settings = {
        "node-ip-address": HOST,
        "port": free_port(),
        "ray-client-server-port": port,
        "num-cpus": cell["workers"],
        "object-store-memory": store_bytes,
        "temp-dir": mkdtemp(),
        "include-dashboard": "false",
    }
    ray = [sys.executable, "-m", "ray.scripts.scripts", "start", "--head", "--block", "--disable-usage-stats"]
    command = ray + [f"--{name}={value}" for name, value in settings.items()]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def stop_head():
        atexit.unregister(stop_head)
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    # Whatever fails before the adapter has a pool to stop, the head must not outlive it.
    atexit.register(stop_head)
    wait_for(process, port)
    host, proxy_port, round_trip_seconds, stop_proxy = start_measured_proxy(HOST, port, cell["rtt_seconds"])

    def stop():
        stop_proxy()
        stop_head()

    return f"ray://{host}:{proxy_port}", round_trip_seconds, stop
