"""The same work on the executors of the SparkApplication: one partition a shard."""

import os

from stores import open_store
from task import run_shard


def main():
    from pyspark.sql import SparkSession

    context, store = SparkSession.builder.appName("summarise").getOrCreate().sparkContext, os.environ["STORE"]
    shards = 4 * context.defaultParallelism
    for report in context.parallelize(range(shards), shards).map(lambda i: run_shard(open_store(store), i, shards)).collect():
        print(report)


if __name__ == "__main__":
    main()
