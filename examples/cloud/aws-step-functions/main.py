"""The function that each item of the Distributed Map calls: one object of the bucket's list."""

import os

from stores import open_store
from task import run_key


def handler(event, context):
    """`event` is one row of the listing, with the object's `Key`; what is no CSV file is passed over."""
    if not event["Key"].endswith(".csv"):
        return {"skipped": event["Key"]}
    return {"key": run_key(open_store(os.environ["STORE"]), event["Key"])}
