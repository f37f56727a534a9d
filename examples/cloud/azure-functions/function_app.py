"""Durable Functions: an orchestrator fans out over the keys and waits for all of them."""

import os

import azure.durable_functions as df
import azure.functions as func

from stores import open_store
from task import run_key

app = df.DFApp(http_auth_level=func.AuthLevel.FUNCTION)


@app.route(route="start")
@app.durable_client_input(client_name="client")
async def start(req, client):
    instance = await client.start_new("fan_out", None, None)
    return client.create_check_status_response(req, instance)


@app.orchestration_trigger(context_name="context")
def fan_out(context):
    keys = yield context.call_activity("list_keys", None)
    retry = df.RetryOptions(first_retry_interval_in_milliseconds=5000, max_number_of_attempts=3)
    done = yield context.task_all([context.call_activity_with_retry("summarise_key", retry, key) for key in keys])
    return len(done)


@app.activity_trigger(input_name="nothing")
def list_keys(nothing):
    return sorted(key for key in open_store(os.environ["STORE"]).keys() if key.endswith(".csv"))


@app.activity_trigger(input_name="key")
def summarise_key(key):
    return run_key(open_store(os.environ["STORE"]), key)
