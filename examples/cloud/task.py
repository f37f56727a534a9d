"""The work that every sketch shares: summarise CSV files, one output file for each input file.

Standard library only. `store` is anything with keys(), read(key) and write(key, text): see stores.py.
"""

import csv
import io
import json


def summarise(text):
    """Rows and the total of the column `amount` of a CSV text; raises KeyError or ValueError where it has none."""
    rows = list(csv.DictReader(io.StringIO(text)))
    return {"rows": len(rows), "total": sum(float(row["amount"]) for row in rows)}


def shard(keys, index, count):
    """The keys that worker `index` of `count` works on; together the shards hold every key once."""
    if count < 1 or not 0 <= index < count:
        raise ValueError(f"index must be 0 to {count - 1}, got {index}")
    return sorted(keys)[index::count]


def run_key(store, key):
    """Summarises one key into `<key>.json`. Running it again writes the same file: retries are safe."""
    store.write(f"{key}.json", json.dumps(summarise(store.read(key)), sort_keys=True))
    return key


def run_shard(store, index, count):
    """Works on one shard; a bad file stops nothing else. Returns how many were done and the failures with their keys."""
    done, failed = 0, {}
    for key in shard([key for key in store.keys() if key.endswith(".csv")], index, count):
        try:
            run_key(store, key)
            done += 1
        except (KeyError, ValueError) as error:
            failed[key] = repr(error)
    return {"index": index, "done": done, "failed": failed}


def finish(report):
    """Prints the report as one line of JSON; exits with 1 where a file failed, so that the service sees it."""
    print(json.dumps(report))
    raise SystemExit(1 if report["failed"] else 0)
