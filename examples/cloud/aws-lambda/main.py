"""An AWS Lambda function: one invocation works on one key. Put task.py and stores.py into the same zip."""

import os

from stores import open_store
from task import run_key


def handler(event, context):
    """`event` is `{"key": "a.csv"}`. An error is raised, not returned, so that the caller's retry sees it."""
    return {"key": run_key(open_store(os.environ["STORE"]), event["key"])}
