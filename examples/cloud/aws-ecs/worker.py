"""A queue worker of an Amazon ECS service: takes keys from an SQS queue, and waits for more until it is stopped."""

import os

from queue_worker import drain
from stores import open_store


def sqs(address):
    """receive() and delete() of an SQS queue; a message that is not deleted comes back after its visibility time."""
    import boto3

    queue = boto3.resource("sqs").Queue(address)

    def receive():
        while True:
            for message in queue.receive_messages(MaxNumberOfMessages=1, WaitTimeSeconds=20):
                return message, message.body

    return receive, lambda message: message.delete()


def main():
    drain(open_store(os.environ["STORE"]), *sqs(os.environ["QUEUE"]))


if __name__ == "__main__":
    main()
