"""Model files in YAML, splitting them by their top-level keys, and the comparison of the parts by what they hold."""

import os

import yaml

from business_files import kept, outputs, stem_of, told
from made_text import made_numbers, made_words

FILES, SECTIONS, ENTRIES = 12, 8, 60


def model(seed):
    """Some hundred kilobytes of sections with entries of text, numbers and lists, as a simulation's model has."""
    words, numbers = made_words(2 * SECTIONS * ENTRIES, seed), made_numbers(12 * SECTIONS * ENTRIES, 1_000_000, seed)
    word, number = iter(words), iter(numbers)
    return {
        f"Section{section}": [
            {
                "Name": f"{next(word)} {entry}",
                "Type": next(word),
                "Active": entry % 2 == 0,
                "Length": next(number) / 1000,
                "Position": [next(number) / 1000 for _ in range(3)],
                "Loads": [{"Case": case, "Value": next(number) / 8} for case in range(4)],
            }
            for entry in range(ENTRIES)
        ]
        for section in range(SECTIONS)
    }


def make_inputs(folder):
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    for index in range(FILES):
        with open(folder / f"model{index:02}.yml", "w", encoding="utf-8") as file:
            yaml.dump(model(300 + index), file, Dumper=dumper, sort_keys=False)


def yaml_items(cell):
    folder, out = kept(cell, "models", make_inputs), outputs()
    return [
        {"file": os.path.join(folder, f"model{index % FILES:02}.yml"), "out": os.path.join(out, f"split{index:03}")}
        for index in range(cell["task_count"])
    ]


def split(item, loader, dumper):
    """Write each top-level key of a file into a file of its own."""
    with open(item["file"], encoding="utf-8") as file:
        whole = yaml.load(file, Loader=loader)
    os.makedirs(item["out"], exist_ok=True)
    parts = []
    for key, value in whole.items():
        parts.append(os.path.join(item["out"], f"{stem_of(item['file'])}_{key}.yml"))
        with open(parts[-1], "w", encoding="utf-8") as file:
            yaml.dump({key: value}, file, Dumper=dumper, sort_keys=False)
    return {"parts": parts}


def parts_told(results):
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    for result in results:
        for part in result["parts"]:
            with open(part, encoding="utf-8") as file:
                found.append((os.path.basename(part), yaml.load(file, Loader=loader)))
    return told(found)
