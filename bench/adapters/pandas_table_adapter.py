"""pandas: data frames in the memory of one process; reads a large CSV in several threads since 3.1, computes in one; the baseline."""

import pandas

VERSION = pandas.__version__
RUNS_IN_CALLER = True


def start(cell):
    """Nothing to start: a frame is read where it is used."""


def groupby(facts, prices):
    by = facts.groupby("grp").agg(rows=("id", "size"), total=("value", "sum"), mean=("weight", "mean"))
    return by.sort_index().reset_index().values.tolist()


def join(facts, prices):
    both = facts.merge(prices, on="key")
    return (both["value"] * both["price"]).groupby(both["category"]).sum().sort_index().reset_index().values.tolist()


def scan(facts, prices):
    kept = facts[(facts["value"] > 900) & (facts["weight"] < 0.5)]
    return [[len(kept), kept["value"].sum()]]


def sort(facts, prices):
    ordered = facts.sort_values(["value", "id"], ascending=[False, True])
    return ordered[["id", "value"]].head(20).values.tolist()


def run(pool, query, items, chunk):
    """Read the CSV, then ask: what a script does that is started for one question."""
    [item] = items
    return globals()[query](pandas.read_csv(item["facts"]), pandas.read_csv(item["prices"]))


def stop(pool):
    """Nothing to stop."""


if __name__ == "__main__":
    print(VERSION)
