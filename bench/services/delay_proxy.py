"""A network that is `rtt_seconds` long: a TCP proxy that holds every byte back by half of it each way.

It runs in a process of its own, so that it shares no lock with either end. A pair of threads serves each direction: one
reads and notes when the bytes are due, one sends them then. What waits in between is unbounded, so the delay does not
limit the throughput. An event loop would not do: epoll rounds its waits up to whole milliseconds.

    host, port, stop = start_proxy("127.0.0.1", 6379, 0.002)
"""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from queue import SimpleQueue
from statistics import median

HOST = "127.0.0.1"
READ_BYTES = 1 << 20
PINGS = 21


def read(source, waiting, delay_seconds):
    """Note each piece with the time at which it is due; empty bytes stand for the end."""
    data = True
    while data:
        try:
            data = source.recv(READ_BYTES)
        except OSError:
            data = b""
        waiting.put((time.perf_counter() + delay_seconds, data))


def send(target, waiting):
    """Send each piece when it is due, then pass the end on; a receiver that has gone swallows the rest."""
    open_still, data = True, True
    while data:
        due, data = waiting.get()
        wait_seconds = due - time.perf_counter()
        if wait_seconds > 0:
            time.sleep(wait_seconds)
        try:
            if open_still and data:
                target.sendall(data)
            elif open_still:
                target.shutdown(socket.SHUT_WR)
        except OSError:
            open_still = False


def join(near, address, delay_seconds):
    """Serve one connection until both directions have ended."""
    with near:
        try:
            far = socket.create_connection(address)
        except OSError:
            return
        with far:
            threads = []
            for source, target in ((near, far), (far, near)):
                source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                waiting = SimpleQueue()
                threads.append(threading.Thread(target=read, args=(source, waiting, delay_seconds), daemon=True))
                threads.append(threading.Thread(target=send, args=(target, waiting), daemon=True))
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()


def accept(listener, address, delay_seconds):
    while True:
        near, _ = listener.accept()
        threading.Thread(target=join, args=(near, address, delay_seconds), daemon=True).start()


def start_proxy(target_host, target_port, rtt_seconds):
    """Start a proxy before that address; returns its host, its port, and a function that ends it."""
    command = [sys.executable, os.path.abspath(__file__), target_host, str(target_port), str(rtt_seconds)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the delaying proxy ended at once, with code {process.wait()}")
    told = json.loads(line)

    def stop():
        process.terminate()
        process.stdin.close()
        process.stdout.close()
        process.wait()

    return told["host"], told["port"], stop


def echo(listener):
    """Answer one connection after another with what it says, until the listener is closed."""
    try:
        while True:
            connection, _ = listener.accept()
            with connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while data := connection.recv(READ_BYTES):
                    connection.sendall(data)
    except OSError:
        return


def ping(host, port):
    """Median seconds of a one-byte round trip."""
    seconds = []
    with socket.create_connection((host, port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for _ in range(PINGS):
            began = time.perf_counter()
            connection.sendall(b"x")
            connection.recv(1)
            seconds.append(time.perf_counter() - began)
    return median(seconds)


def added_round_trip(rtt_seconds):
    """Seconds that such a proxy really adds to a round trip: one before an echo, less the same echo without it."""
    with socket.create_server((HOST, 0)) as listener:
        threading.Thread(target=echo, args=(listener,), daemon=True).start()
        port = listener.getsockname()[1]
        direct = ping(HOST, port)
        host, proxy_port, stop = start_proxy(HOST, port, rtt_seconds)
        try:
            return ping(host, proxy_port) - direct
        finally:
            stop()


def start_measured_proxy(target_host, target_port, rtt_seconds):
    """Measure, then start: host, port, the seconds really added to a round trip, and a function that ends the proxy."""
    added_seconds = added_round_trip(rtt_seconds)
    host, port, stop = start_proxy(target_host, target_port, rtt_seconds)
    return host, port, added_seconds, stop


def main(target_host, target_port, rtt_seconds):
    """Say where it listens, as one JSON line, and serve until standard input closes."""
    with socket.create_server((HOST, 0), backlog=128) as listener:
        address = (target_host, int(target_port))
        threading.Thread(target=accept, args=(listener, address, float(rtt_seconds) / 2), daemon=True).start()
        print(json.dumps({"host": HOST, "port": listener.getsockname()[1]}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
