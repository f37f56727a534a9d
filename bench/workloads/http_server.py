"""A web server on loopback that answers after a delay: GET /<index>/<bytes>.

Started by http_work in a process of its own. Writes its port as one line, and ends when its standard input does, so that
it cannot outlive who started it. Arguments: seconds of delay.
"""

import asyncio
import sys


def body(index, size):
    """The same text for the same number, of just that length."""
    text = f"{index:08} "
    return (text * (size // len(text) + 1))[:size].encode()


async def answer(reader, writer, delay_seconds):
    try:
        request = await reader.readuntil(b"\r\n\r\n")
        index, size = request.split()[1].split(b"/")[1:]
        await asyncio.sleep(delay_seconds)
        content = body(int(index), int(size))
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + content)
        await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the client has gone
    finally:
        writer.close()


async def serve(delay_seconds):
    server = await asyncio.start_server(
        lambda reader, writer: answer(reader, writer, delay_seconds), "127.0.0.1", 0, backlog=1024
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
