"""A replica of a Container Apps job: takes keys from a storage queue until there are none."""

import os

from queue_worker import drain
from stores import open_store
from task import finish


def storage_queue(address):
    """receive() and delete() of an Azure storage queue, opened as the identity of the job.

    The queue sets nothing aside by itself: a message that came three times in vain goes to `<name>-failed`.
    """
    from azure.identity import DefaultAzureCredential
    from azure.storage.queue import QueueClient

    account, name = address.split("/", 1)
    address, credential = f"https://{account}.queue.core.windows.net", DefaultAzureCredential()
    queue, failed = (QueueClient(address, each, credential=credential) for each in (name, f"{name}-failed"))

    def receive():
        while message := queue.receive_message(visibility_timeout=600):
            if message.dequeue_count <= 3:
                return message, message.content
            failed.send_message(message.content)
            queue.delete_message(message)
        return None

    return receive, queue.delete_message


def main():
    finish(drain(open_store(os.environ["STORE"]), *storage_queue(os.environ["QUEUE"])))


if __name__ == "__main__":
    main()
