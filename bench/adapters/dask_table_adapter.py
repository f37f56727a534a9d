"""Dask DataFrame: pandas frames in partitions, worked on by a local cluster of processes."""

import dask
import dask.dataframe
from distributed import Client, LocalCluster

VERSION = dask.__version__
RUNS_IN_CALLER = True


def start(cell):
    """One thread a process: pandas holds the GIL in much of its work."""
    cluster = LocalCluster(n_workers=cell["workers"], threads_per_worker=1, dashboard_address=None)
    return cluster, Client(cluster)


def groupby(facts, prices):
    by = facts.groupby("grp").agg({"id": "count", "value": "sum", "weight": "mean"})
    return by.compute().sort_index().reset_index().values.tolist()


def join(facts, prices):
    both = facts.merge(prices.compute(), on="key")
    both["cost"] = both["value"] * both["price"]
    return both.groupby("category")["cost"].sum().compute().sort_index().reset_index().values.tolist()


def scan(facts, prices):
    kept = facts[(facts["value"] > 900) & (facts["weight"] < 0.5)]
    return [list(dask.compute(kept["id"].count(), kept["value"].sum()))]


def sort(facts, prices):
    """The largest by value, equals by number: Dask's own top-n, since only the head of the order is wanted."""
    top = facts[["id", "value"]].nlargest(40, "value").compute()
    return top.sort_values(["value", "id"], ascending=[False, True]).head(20).values.tolist()


def run(pool, query, items, chunk):
    [item] = items
    return globals()[query](dask.dataframe.read_csv(item["facts"]), dask.dataframe.read_csv(item["prices"]))


def stop(pool):
    cluster, client = pool
    client.close()
    cluster.close()


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(pool[1])
    stop(pool)
