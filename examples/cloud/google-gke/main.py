"""One pod of an Indexed Job on GKE: the same program as on any Kubernetes."""

import os

from stores import open_store
from task import finish, run_shard


def main():
    index, count = int(os.environ["JOB_COMPLETION_INDEX"]), int(os.environ["SHARDS"])
    finish(run_shard(open_store(os.environ["STORE"]), index, count))


if __name__ == "__main__":
    main()
