"""PySpark on one computer: local[workers] starts a Java machine and one Python process a core.

rdd maps pickled items; arrow lets mapInPandas work on a table whose binary column holds them. In local mode Spark tries
a task once: a killed Python process ends the whole job with an error, unless one asks for local[workers, tries].
"""

import os
import pickle
import sys
import tempfile
from functools import partial

os.environ.update(PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")

import pandas
import pyspark
from pyspark.sql import SparkSession

VERSION = pyspark.__version__


def start(cell):
    """A session with `workers` task slots; Java takes up to 8 GB here, as every item and result passes through it."""
    folder = tempfile.gettempdir()
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.driver.memory": "8g",
        "spark.driver.maxResultSize": "0",
        "spark.driver.extraJavaOptions": f"-XX:-UsePerfData -Djava.io.tmpdir={folder}",
        "spark.local.dir": folder,
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    session = SparkSession.builder.master(f"local[{cell['workers']}]").config(map=settings).getOrCreate()
    return session, {"rdd": run_rdd, "arrow": run_arrow}[cell["variant"]]


def run(pool, function, items, chunk):
    """`chunk` None leaves the number of slices to Spark: one a core."""
    session, run_variant = pool
    slices = None if chunk is None else -(-len(items) // chunk)
    return run_variant(session, function, items, slices)


def run_rdd(session, function, items, slices):
    return session.sparkContext.parallelize(items, slices).map(function).collect()


def run_arrow(session, function, items, slices):
    """A row an item; the place of each puts the results in order."""
    slices = slices or session.sparkContext.defaultParallelism
    session.conf.set("spark.sql.leafNodeDefaultParallelism", slices)
    rows = pandas.DataFrame({"place": range(len(items)), "value": [pickle.dumps(item, 5) for item in items]})
    table = session.createDataFrame(rows, "place long, value binary")
    done = table.mapInPandas(partial(map_rows, function), "place long, value binary").toPandas()
    return [pickle.loads(value) for value in done.sort_values("place")["value"]]


def map_rows(function, frames):
    """What each Python process does with the batches of its slice."""
    for rows in frames:
        rows["value"] = [pickle.dumps(function(pickle.loads(value)), 5) for value in rows["value"]]
        yield rows


def stop(pool):
    """stop() ends the session but not the Java machine, which waits for its standard input to close."""
    session, _ = pool
    gateway = session.sparkContext._gateway
    session.stop()
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()


if __name__ == "__main__":
    pool = start({"workers": 2, "variant": "rdd"})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
