"""Where the files lie: a folder, or a bucket of one of the three clouds. The client is imported only where it is used."""

import pathlib


class Folder:
    """A folder: for a test on your own machine, or a mounted share."""

    def __init__(self, path):
        self.root = pathlib.Path(path)

    def keys(self):
        return [path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()]

    def read(self, key):
        return (self.root / key).read_text(encoding="utf-8")

    def write(self, key, text):
        (self.root / key).write_text(text, encoding="utf-8")


class S3:
    def __init__(self, bucket):
        import boto3

        self.bucket = boto3.resource("s3").Bucket(bucket)

    def keys(self):
        return [item.key for item in self.bucket.objects.all()]

    def read(self, key):
        return self.bucket.Object(key).get()["Body"].read().decode()

    def write(self, key, text):
        self.bucket.put_object(Key=key, Body=text.encode())


class CloudStorage:
    def __init__(self, bucket):
        from google.cloud import storage

        self.bucket = storage.Client().bucket(bucket)

    def keys(self):
        return [blob.name for blob in self.bucket.list_blobs()]

    def read(self, key):
        return self.bucket.blob(key).download_as_text()

    def write(self, key, text):
        self.bucket.blob(key).upload_from_string(text)


class BlobContainer:
    """`azure://<account>/<container>`, opened as the identity that the service gives to the container."""

    def __init__(self, address):
        from azure.identity import DefaultAzureCredential
        from azure.storage.blob import ContainerClient

        account, name = address.split("/", 1)
        self.client = ContainerClient(f"https://{account}.blob.core.windows.net", name, DefaultAzureCredential())

    def keys(self):
        return list(self.client.list_blob_names())

    def read(self, key):
        return self.client.download_blob(key, encoding="utf-8").readall()

    def write(self, key, text):
        self.client.upload_blob(key, text, overwrite=True)


def open_store(address):
    """The store at `s3://bucket`, `gs://bucket`, `azure://account/container`, or a folder's path."""
    for start, store in {"s3://": S3, "gs://": CloudStorage, "azure://": BlobContainer}.items():
        if address.startswith(start):
            return store(address[len(start) :])
    return Folder(address)
