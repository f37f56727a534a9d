"""Queries on tables: the same data and the same answers for every engine; the query is the cell's workload.

The data are made once from a seed and kept, as CSV, under the harness's data folder, with the answers beside them, computed
by NumPy while the columns are in memory. An engine's answer is a list of rows; numbers count to six digits, so that the
order in which an engine adds does not matter.
"""

import json
import os
from pathlib import Path
from zlib import crc32

ROW_BYTES = 32
GROUPS, KEYS, TOP = 100, 1000, 20
SEED = 20261125


def make_columns(rows):
    import numpy

    random = numpy.random.default_rng(SEED)
    return {
        "id": numpy.arange(rows),
        "grp": random.integers(0, GROUPS, rows),
        "key": random.integers(0, KEYS, rows),
        "value": numpy.round(random.random(rows) * 1000, 4),
        "weight": numpy.round(random.random(rows), 6),
    }


def answers(columns, prices):
    """The four queries by NumPy: group-by, join with a small table, filtered scan, the largest by value."""
    import numpy

    grp, key, value, weight = (columns[name] for name in ("grp", "key", "value", "weight"))
    counts = numpy.bincount(grp, minlength=GROUPS)
    sums = numpy.bincount(grp, weights=value, minlength=GROUPS)
    means = numpy.bincount(grp, weights=weight, minlength=GROUPS) / numpy.maximum(counts, 1)
    joined = numpy.bincount(key % 10, weights=value * prices[key], minlength=10)
    kept = (value > 900) & (weight < 0.5)
    top = numpy.lexsort((columns["id"], -value))[:TOP]
    return {
        "groupby": [[g, int(counts[g]), sums[g], means[g]] for g in range(GROUPS) if counts[g]],
        "join": [[c, joined[c]] for c in range(10)],
        "scan": [[int(kept.sum()), float(value[kept].sum())]],
        "sort": [[int(columns["id"][i]), float(value[i])] for i in top],
    }


def write_csv(file, columns):
    import numpy

    formats = {"value": "%.4f", "weight": "%.6f"}
    names, rows = list(columns), len(columns["id"])
    with open(file, "w", encoding="ascii") as out:
        out.write(",".join(names) + "\n")
        for begin in range(0, rows, 100_000):
            block = [columns[name][begin : begin + 100_000].tolist() for name in names]
            texts = [[formats.get(name, "%d") % v for v in values] for name, values in zip(names, block)]
            out.write("\n".join(map(",".join, zip(*texts))) + "\n")


def provide(folder, data_bytes):
    """Paths of the two CSV files and the answers; made by the first who asks, complete or not at all."""
    import numpy

    # The seed and the bytes a row stand in the name: what was made otherwise is not what is asked for.
    home = Path(folder, f"table-{data_bytes}-{SEED}-{ROW_BYTES}")
    if not (home / "answers.json").exists():
        part = Path(folder, f"{home.name}.{os.getpid()}")
        part.mkdir(parents=True)
        columns = make_columns(max(KEYS, data_bytes // ROW_BYTES))
        prices = numpy.round(numpy.random.default_rng(7).random(KEYS) * 10, 3)
        write_csv(part / "facts.csv", columns)
        lines = (f"{key},{key % 10},{price:.3f}" for key, price in enumerate(prices))
        (part / "prices.csv").write_text("key,category,price\n" + "\n".join(lines) + "\n")
        found = {name: rows for name, rows in answers(columns, prices).items()}
        (part / "answers.json").write_text(json.dumps(found, default=float))
        part.rename(home)
    return home


def items(cell):
    home = provide(cell["data_folder"], cell["data_bytes"])
    return [{"query": cell["workload"], "facts": str(home / "facts.csv"), "prices": str(home / "prices.csv")}]


def reference(items):
    """The answer beside the data."""
    found = json.loads(Path(items[0]["facts"]).with_name("answers.json").read_text())
    return found[items[0]["query"]]


def checksum(rows):
    """Rows of any numbers, each to six significant digits, in the order of the rows."""
    texts = ["|".join(f"{float(value):.6g}" for value in row) for row in rows]
    return format(crc32("\n".join(texts).encode()), "08x")
