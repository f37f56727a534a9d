"""Real work: regular expressions over a log: count levels, add durations, hide addresses. Holds the GIL.

A cell's payload_in_bytes, if any, is the length of the log.
"""

import re
from zlib import crc32

from made_text import made_numbers, made_words, window

MEASURES_PAYLOAD = True
LOG_BYTES = 60_000

LINE = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d):\d\d:\d\d (INFO|WARN|ERROR) (\w+) took (\d+) ms", re.MULTILINE)
ADDRESS = re.compile(r"\b[a-z]+(?:\.[a-z]+)*@[a-z]+\.(?:org|net)\b")
DOUBLED = re.compile(r"\b(\w+) (?:\w+ )?\1\b")


def task(item):
    levels = {"INFO": 0, "WARN": 0, "ERROR": 0}
    milliseconds = 0
    for match in LINE.finditer(item):
        levels[match[3]] += 1
        milliseconds += int(match[5])
    hidden, addresses = ADDRESS.subn("…", item)
    return (*levels.values(), milliseconds, addresses, len(hidden), len(DOUBLED.findall(hidden)))


def lines(count):
    words, numbers = iter(made_words(count * 8)), iter(made_numbers(count * 5, 60_000))
    for _ in range(count):
        level = ("INFO", "INFO", "INFO", "WARN", "ERROR")[next(numbers) % 5]
        day, hour, minute = 1 + next(numbers) % 28, next(numbers) % 24, next(numbers) % 60
        yield (
            f"2026-11-{day:02}T{hour:02}:{minute:02}:{minute:02} {level} {next(words)} took {next(numbers)} ms "
            f"for {next(words)}.{next(words)}@{next(words)}.org: {' '.join(next(words) for _ in range(4))}"
        )


def items(cell):
    size = cell["payload_in_bytes"] or LOG_BYTES
    # A line takes more than sixty bytes, and a window may be as long as half the log.
    base = "\n".join(lines(2 + size // 30))[: 2 * size]
    return [window(base, index, size) for index in range(cell["task_count"])]


def checksum(results):
    return format(crc32(repr(results).encode()), "08x")
