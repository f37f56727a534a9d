"""Downloads from a web server on loopback, streamed into files; the server answers after a delay."""

import os
from http.client import HTTPConnection
from zlib import crc32

from business_files import outputs
from http_work import start_server

FILE_BYTES, BLOCK_BYTES = 200_000, 65_536


def task(item):
    """Fetch one address into a file, block by block: no download is held in memory as a whole."""
    connection = HTTPConnection("127.0.0.1", item["port"], timeout=30)
    size = 0
    try:
        connection.request("GET", item["path"])
        response = connection.getresponse()
        if response.status != 200:
            raise RuntimeError(f"the local server answered {response.status}")
        with open(item["target"], "wb") as file:
            while block := response.read(BLOCK_BYTES):
                size += file.write(block)
    finally:
        connection.close()
    return {"target": item["target"], "bytes": size}


def download_items(cell, delay_seconds):
    port, out = start_server(delay_seconds), outputs()
    return [
        {"port": port, "path": f"/{index}/{FILE_BYTES}", "target": os.path.join(out, f"set{index:03}.txt")}
        for index in range(cell["task_count"])
    ]


def downloads_told(results):
    value = 0
    for result in results:
        with open(result["target"], "rb") as file:
            value = crc32(file.read(), value)
    return format(value, "08x")
