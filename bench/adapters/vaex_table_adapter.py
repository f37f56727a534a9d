"""Vaex: lazy frames in threads. It reads CSV through Arrow into memory or, as here, lazily."""

import vaex

VERSION = vaex.__version__["vaex-core"] if isinstance(vaex.__version__, dict) else vaex.__version__
RUNS_IN_CALLER = True


def start(cell):
    """Threads begin with the first evaluation, one a core."""


def groupby(facts, prices):
    agg = {"rows": vaex.agg.count(), "total": vaex.agg.sum("value"), "mean": vaex.agg.mean("weight")}
    by = facts.groupby("grp", agg=agg, sort=True)
    return list(zip(*(by[name].tolist() for name in ("grp", "rows", "total", "mean"))))


def join(facts, prices):
    both = facts.join(prices, on="key", rsuffix="_right")
    both["cost"] = both.value * both.price
    by = both.groupby("category", agg={"cost": vaex.agg.sum("cost")}, sort=True)
    return list(zip(by["category"].tolist(), by["cost"].tolist()))


def scan(facts, prices):
    kept = facts[(facts.value > 900) & (facts.weight < 0.5)]
    return [[kept.count(), kept.sum("value")]]


def sort(facts, prices):
    """Vaex sorts by one column; equals by value are then put in the order of their numbers."""
    top = facts[["id", "value"]].sort("value", ascending=False).head(40)
    rows = sorted(zip(top["id"].tolist(), top["value"].tolist()), key=lambda row: (-row[1], row[0]))
    return rows[:20]


def run(pool, query, items, chunk):
    [item] = items
    return globals()[query](vaex.open(item["facts"]), vaex.open(item["prices"]))


def stop(pool):
    """Nothing to stop."""


if __name__ == "__main__":
    print(VERSION)
