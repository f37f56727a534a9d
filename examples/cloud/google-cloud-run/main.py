"""One task of a Cloud Run job: the service says which one it is, and of how many."""

import os

from stores import open_store
from task import finish, run_shard


def main():
    index, count = int(os.environ["CLOUD_RUN_TASK_INDEX"]), int(os.environ["CLOUD_RUN_TASK_COUNT"])
    finish(run_shard(open_store(os.environ["STORE"]), index, count))


if __name__ == "__main__":
    main()
