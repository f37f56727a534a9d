"""A queue worker of a Deployment: takes keys from a Redis list, and waits for more until it is stopped."""

import os

from queue_worker import drain
from stores import open_store


def redis_list(address, name="keys"):
    """receive() and delete() of a Redis list: a key stands in `<name>:working` until it is done.

    What a lost or failed worker leaves there has to be moved back by hand, or by a CronJob.
    """
    import redis

    client = redis.Redis.from_url(address, decode_responses=True)

    def receive():
        while not (key := client.blmove(name, f"{name}:working", timeout=20)):
            pass
        return key, key

    return receive, lambda key: client.lrem(f"{name}:working", 1, key)


def main():
    drain(open_store(os.environ["STORE"]), *redis_list(os.environ["QUEUE"]))


if __name__ == "__main__":
    main()
