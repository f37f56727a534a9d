"""Polars: lazy frames over all cores; the CSV is scanned, only what a query needs is kept."""

import os

import polars as pl

VERSION = pl.__version__
RUNS_IN_CALLER = True


def start(cell):
    """Threads begin when Polars is imported, one a core (POLARS_MAX_THREADS says otherwise)."""
    if pl.thread_pool_size() < cell["workers"]:
        raise NotImplementedError(f"Polars began with {pl.thread_pool_size()} threads on {os.cpu_count()} cores")


def groupby(facts, prices):
    by = facts.group_by("grp").agg(pl.len(), pl.col("value").sum(), pl.col("weight").mean())
    return by.sort("grp")


def join(facts, prices):
    cost = (pl.col("value") * pl.col("price")).sum().alias("cost")
    return facts.join(prices, on="key").group_by("category").agg(cost).sort("category")


def scan(facts, prices):
    kept = facts.filter((pl.col("value") > 900) & (pl.col("weight") < 0.5))
    return kept.select(pl.len(), pl.col("value").sum().alias("total"))


def sort(facts, prices):
    return facts.select("id", "value").sort(["value", "id"], descending=[True, False]).head(20)


def run(pool, query, items, chunk):
    [item] = items
    return globals()[query](pl.scan_csv(item["facts"]), pl.scan_csv(item["prices"])).collect().rows()


def stop(pool):
    """Nothing to stop."""


if __name__ == "__main__":
    print(VERSION)
