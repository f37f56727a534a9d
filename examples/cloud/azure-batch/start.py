"""Adds one task for each shard to a job of an Azure Batch pool."""

import os


def task(index, shards, image, store):
    """One task: its container, which shard it is, how often it is tried again, and for how long it may run."""
    environment = {"SHARD_INDEX": str(index), "SHARDS": str(shards), "STORE": store}
    return {
        "id": f"shard-{index}",
        "commandLine": "",
        "containerSettings": {"imageName": image},
        "environmentSettings": [{"name": name, "value": value} for name, value in environment.items()],
        "constraints": {"maxTaskRetryCount": 3, "maxWallClockTime": "PT1H"},
    }


def main():
    from azure.batch import BatchClient, models
    from azure.identity import DefaultAzureCredential

    client, shards = BatchClient(os.environ["BATCH_ENDPOINT"], DefaultAzureCredential()), int(os.environ["SHARDS"])
    client.create_job(models.BatchJobCreateOptions({"id": "summarise", "poolInfo": {"poolId": "summarise"}}))
    tasks = [task(index, shards, os.environ["IMAGE"], os.environ["STORE"]) for index in range(shards)]
    # The client sends them in groups, as many in a call as the service takes.
    client.create_tasks("summarise", [models.BatchTaskCreateOptions(each) for each in tasks])


if __name__ == "__main__":
    main()
