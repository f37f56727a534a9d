"""The same work on the Ray cluster of the RayJob: keys in batches, since one key is too little for a Ray task."""

import os

from stores import open_store
from task import run_shard


def main():
    import ray

    ray.init()
    store = os.environ["STORE"]
    shards = 4 * int(ray.cluster_resources()["CPU"])
    work = ray.remote(max_retries=3)(lambda index: run_shard(open_store(store), index, shards))
    for report in ray.get([work.remote(index) for index in range(shards)]):
        print(report)


if __name__ == "__main__":
    main()
