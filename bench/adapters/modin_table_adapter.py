"""Modin on Ray: pandas code with another import; frames are cut into partitions that Ray's workers work on."""

import os

os.environ.update(MODIN_ENGINE="ray", RAY_USAGE_STATS_ENABLED="0", RAY_AUTH_MODE="disabled")

import modin.pandas  # noqa: E402
import ray  # noqa: E402
from modin import __version__ as VERSION  # noqa: E402, F401

RUNS_IN_CALLER = True


def start(cell):
    """Ray begins here rather than with the first frame, so that its start is not counted as work."""
    os.environ["MODIN_CPUS"] = str(cell["workers"])
    ray.init(num_cpus=cell["workers"], include_dashboard=False, log_to_driver=False, object_store_memory=2 * 10**9)


def groupby(facts, prices):
    by = facts.groupby("grp").agg({"id": "count", "value": "sum", "weight": "mean"})
    return by.sort_index().reset_index().values.tolist()


def join(facts, prices):
    both = facts.merge(prices, on="key")
    both["cost"] = both["value"] * both["price"]
    return both.groupby("category")["cost"].sum().sort_index().reset_index().values.tolist()


def scan(facts, prices):
    kept = facts[(facts["value"] > 900) & (facts["weight"] < 0.5)]
    return [[len(kept), kept["value"].sum()]]


def sort(facts, prices):
    ordered = facts.sort_values(["value", "id"], ascending=[False, True])
    return ordered[["id", "value"]].head(20).values.tolist()


def run(pool, query, items, chunk):
    [item] = items
    return globals()[query](modin.pandas.read_csv(item["facts"]), modin.pandas.read_csv(item["prices"]))


def stop(pool):
    ray.shutdown()


if __name__ == "__main__":
    print(VERSION)
