"""Business work: split one YAML file by its top-level keys with the loader and writer in pure Python.

AssetUtilities splits with ruamel's round trip, which is slower still; PyYAML's pure and C parts read and write the same.
"""

import yaml

from yaml_files import parts_told, split, yaml_items

MEASURES_PAYLOAD = True


def task(item):
    return split(item, yaml.SafeLoader, yaml.SafeDumper)


items, checksum = yaml_items, parts_told
