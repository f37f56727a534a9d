"""One task on Fargate: whoever starts it says which shard it works on."""

import os

from stores import open_store
from task import finish, run_shard


def main():
    index, count = int(os.environ["SHARD_INDEX"]), int(os.environ["SHARDS"])
    finish(run_shard(open_store(os.environ["STORE"]), index, count))


if __name__ == "__main__":
    main()
