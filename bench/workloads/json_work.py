"""Real work: read a JSON document of orders, add their totals, write it again. Holds the GIL; item and result are bytes.

A cell's payload_in_bytes, if any, is about the length of the document.
"""

from json import dumps, loads
from zlib import crc32

from made_text import made_numbers, made_words, window

MEASURES_PAYLOAD = True
DOCUMENT_BYTES = 150_000
LINES = 4


def task(item):
    document = loads(item)
    for order in document["orders"]:
        order["total_cents"] = sum(line["quantity"] * line["cents"] for line in order["lines"])
    return dumps(document, separators=(",", ":")).encode()


def orders(count):
    words, numbers = iter(made_words(count * (2 + LINES))), iter(made_numbers(count * 2 * LINES, 900))
    return [
        {
            "id": 100_000 + index,
            "customer": {"name": next(words), "tags": [next(words), "retail", None], "weight": index / 8},
            "lines": [
                {"article": next(words), "quantity": 1 + next(numbers) % 9, "cents": 100 + next(numbers)}
                for _ in range(LINES)
            ],
        }
        for index in range(count)
    ]


def items(cell):
    size = cell["payload_in_bytes"] or DOCUMENT_BYTES
    one = len(dumps(orders(50))) / 50
    count = max(1, round(size / one))
    base = orders(2 * count)
    return [
        dumps({"version": 1, "orders": window(base, index, count)}).encode() for index in range(cell["task_count"])
    ]


def checksum(results):
    value = 0
    for data in results:
        value = crc32(data, value)
    return format(value, "08x")
