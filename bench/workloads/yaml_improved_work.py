"""Business work: split the same YAML file with libyaml, the loader and writer in C."""

import yaml

from yaml_files import parts_told, split, yaml_items

MEASURES_PAYLOAD = True


def task(item):
    return split(item, yaml.CSafeLoader, yaml.CSafeDumper)


items, checksum = yaml_items, parts_told
