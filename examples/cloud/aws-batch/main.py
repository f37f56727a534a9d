"""One child of an AWS Batch array job: Batch says which one it is, the job definition how many there are."""

import os

from stores import open_store
from task import finish, run_shard


def main():
    index, count = int(os.environ["AWS_BATCH_JOB_ARRAY_INDEX"]), int(os.environ["SHARDS"])
    finish(run_shard(open_store(os.environ["STORE"]), index, count))


if __name__ == "__main__":
    main()
