"""Starts one Fargate task for each shard; the service takes at most ten in a call, so they go in batches."""

import os


def batches(shards, limit=10):
    """Numbers of the shards, at most `limit` at a time."""
    return [list(range(first, min(first + limit, shards))) for first in range(0, shards, limit)]


def overrides(index, shards):
    """What one task is told: which shard it is, and of how many."""
    environment = [{"name": "SHARD_INDEX", "value": str(index)}, {"name": "SHARDS", "value": str(shards)}]
    return {"containerOverrides": [{"name": "work", "environment": environment}]}


def main():
    import boto3

    client, shards = boto3.client("ecs"), int(os.environ["SHARDS"])
    network = {"subnets": os.environ["SUBNETS"].split(","), "securityGroups": [os.environ["SECURITY_GROUP"]]}
    for indexes in batches(shards):
        for index in indexes:
            # Tasks of one call share their overrides, so a task that has to know its number needs a call of its own.
            answer = client.run_task(
                cluster=os.environ["CLUSTER"],
                taskDefinition="summarise",
                capacityProviderStrategy=[{"capacityProvider": "FARGATE_SPOT", "weight": 1}],
                networkConfiguration={"awsvpcConfiguration": network},
                overrides=overrides(index, shards),
            )
            if answer["failures"]:
                raise RuntimeError(f"shard {index} did not start: {answer['failures']}")


if __name__ == "__main__":
    main()
