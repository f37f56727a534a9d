"""What Dataflow installs on each worker beside the pipeline."""

import setuptools

setuptools.setup(name="summarise", version="1.0", py_modules=["task", "stores"], install_requires=["google-cloud-storage"])
