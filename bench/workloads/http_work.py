"""Real work: fetch a page from a web server on loopback that answers after 20 ms. Waiting.

The server is a process of its own, started by `items` and ended by `close`; its own work shares the machine, as it would
not with a server elsewhere. A cell's payload_out_bytes, if any, is the length of the page.
"""

import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from zlib import crc32

from http_server import body

MEASURES_PAYLOAD = True
DELAY_SECONDS = 0.02
PAGE_BYTES = 1_000

_servers = []


def task(item):
    port, index, size = item
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", f"/{index}/{size}")
        response = connection.getresponse()
        if response.status != 200:
            raise RuntimeError(f"the local server answered {response.status}")
        return response.read()
    finally:
        connection.close()


async def fetching(item):
    """The same fetch for an event loop, which asks a function for its ``coroutine``."""
    from asyncio import open_connection

    port, index, size = item
    reader, writer = await open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET /{index}/{size} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        if head.split()[1] != b"200":
            raise RuntimeError(f"the local server answered {head.split()[1].decode()}")
        return await reader.readexactly(size)
    finally:
        writer.close()


task.coroutine = fetching


def start_server(delay_seconds=DELAY_SECONDS):
    """Its port. Isolated and without site: it needs nothing of the tool's environment."""
    server = subprocess.Popen(
        [sys.executable, "-I", "-S", str(Path(__file__).with_name("http_server.py")), str(delay_seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    _servers.append(server)
    line = server.stdout.readline()
    if not line:
        raise RuntimeError(f"the local server did not start: it ended with {server.wait()}")
    return int(line)


def items(cell):
    port, size = start_server(), cell["payload_out_bytes"] or PAGE_BYTES
    return [(port, index, size) for index in range(cell["task_count"])]


def reference(items):
    """The results without server and wait."""
    return [body(index, size) for _port, index, size in items]


def close():
    while _servers:
        server = _servers.pop()
        server.terminate()
        server.wait()
        server.stdin.close()
        server.stdout.close()


def checksum(results):
    return format(crc32(b"".join(results)), "08x")
