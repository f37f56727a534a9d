"""PySpark DataFrame: lazy frames, planned and worked on by Spark's own engine in Java; Python only asks."""

import os
import sys

os.environ.update(PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable)

import pyspark  # noqa: E402
from pyspark.sql import SparkSession, functions as F  # noqa: E402

VERSION = pyspark.__version__
RUNS_IN_CALLER = True
FACTS = "id LONG, grp INT, key INT, value DOUBLE, weight DOUBLE"
PRICES = "key INT, category INT, price DOUBLE"


def start(cell):
    builder = SparkSession.builder.master(f"local[{cell['workers']}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", 2 * cell["workers"]).config("spark.driver.memory", "4g")
    spark = builder.config("spark.log.level", "ERROR").getOrCreate()
    return spark


def groupby(facts, prices):
    return facts.groupBy("grp").agg(F.count("id"), F.sum("value"), F.avg("weight")).orderBy("grp")


def join(facts, prices):
    cost = F.sum(F.col("value") * F.col("price"))
    return facts.join(F.broadcast(prices), "key").groupBy("category").agg(cost).orderBy("category")


def scan(facts, prices):
    return facts.where("value > 900 AND weight < 0.5").agg(F.count("id"), F.sum("value"))


def sort(facts, prices):
    return facts.select("id", "value").orderBy(F.desc("value"), "id").limit(20)


def run(pool, query, items, chunk):
    """A schema is given, as in production: without one Spark reads the file twice."""
    [item] = items
    facts = pool.read.csv(item["facts"], header=True, schema=FACTS)
    prices = pool.read.csv(item["prices"], header=True, schema=PRICES)
    return [list(row) for row in globals()[query](facts, prices).collect()]


def stop(pool):
    """stop() ends the session but not the Java machine, which waits for its standard input to close."""
    gateway = pool.sparkContext._gateway
    pool.stop()
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(pool.range(5).count())
    stop(pool)
