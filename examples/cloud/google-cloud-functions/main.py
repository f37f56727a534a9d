"""A Cloud Run function behind HTTP: one request works on one key. Deployed from source with task.py and stores.py."""

import os

import functions_framework

from stores import open_store
from task import run_key


@functions_framework.http
def summarise_key(request):
    """The body is `{"key": "a.csv"}`; a bad file answers 422, which a queue does not repeat for ever."""
    key = request.get_json()["key"]
    try:
        return {"key": run_key(open_store(os.environ["STORE"]), key)}
    except (KeyError, ValueError) as error:
        return {"key": key, "error": repr(error)}, 422
