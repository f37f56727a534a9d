"""Real work: an in-memory SQLite database: create a table, insert rows, index them, aggregate.

The module lets go of the GIL around every step of a statement.
"""

import sqlite3
from zlib import crc32

from made_text import made_numbers, window

MEASURES_PAYLOAD = True
ROWS = 1_500

# Whole numbers only: versions of SQLite differ in how they add fractions.
QUESTION = """
SELECT own.region, count(*), sum(own.cents), max(other.cents), sum(own.cents > other.cents)
FROM sale AS own JOIN sale AS other ON other.day = own.day AND other.region = (own.region + 1) % 8
GROUP BY own.region ORDER BY own.region
"""


def task(item):
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE TABLE sale (id INTEGER PRIMARY KEY, region INTEGER, day INTEGER, cents INTEGER)")
        database.executemany("INSERT INTO sale VALUES (?, ?, ?, ?)", item)
        database.execute("CREATE INDEX sale_by_day ON sale (day, region)")
        return database.execute(QUESTION).fetchall()
    finally:
        database.close()


def items(cell):
    numbers = iter(made_numbers(6 * ROWS, 100_000))
    base = [(index, next(numbers) % 8, next(numbers) % 28, next(numbers)) for index in range(2 * ROWS)]
    return [window(base, index, ROWS) for index in range(cell["task_count"])]


def checksum(results):
    return format(crc32(repr(results).encode()), "08x")
