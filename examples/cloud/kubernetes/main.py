"""One pod of an Indexed Job: Kubernetes says which one it is, the manifest how many there are."""

import os

from stores import open_store
from task import finish, run_shard


def main():
    index, count = int(os.environ["JOB_COMPLETION_INDEX"]), int(os.environ["SHARDS"])
    finish(run_shard(open_store(os.environ["STORE"]), index, count))


if __name__ == "__main__":
    main()
