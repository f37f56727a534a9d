"""Whole jobs: a configuration in YAML goes in, files come out, and the final configuration is written beside them.

Run as a program it does one job, `python job_files.py input.yml`, and imports all that any job may need first, as the engine
of AssetUtilities does. Called as a function it imports what this job needs, once a process.
"""

import os
import sys

from business_files import outputs, stem_of, told

BASENAMES = ("excel_utilities", "zip_utilities", "data_exploration", "visualization", "yaml_utilities", "word_utilities")


def run_handler(basename, item):
    """Hand the item to the task of that name."""
    if basename == "excel_utilities":
        from book_improved_work import task
    elif basename == "zip_utilities":
        from archive_improved_work import task
    elif basename == "data_exploration":
        from stats_improved_work import task
    elif basename == "visualization":
        from plot_improved_work import task
    elif basename == "yaml_utilities":
        from yaml_improved_work import task
    elif basename == "word_utilities":
        from word_improved_work import task
    else:
        raise ValueError(f"basename must be one of {', '.join(BASENAMES)}, got {basename!r}")
    return task(item)


def run_job(file):
    """Do the job that a YAML file describes; its results stand in the final configuration and in the folder it names."""
    import yaml

    with open(file, encoding="utf-8") as text:
        cfg = yaml.load(text, Loader=yaml.CSafeLoader)
    cfg[cfg["basename"]] = run_handler(cfg["basename"], cfg["item"])
    final = os.path.join(cfg["Analysis"]["result_folder"], f"{stem_of(file)}_final.yml")
    with open(final, "w", encoding="utf-8") as text:
        yaml.dump(cfg, text, Dumper=yaml.CSafeDumper)
    return {"basename": cfg["basename"], "final": final}


def job_items(cell):
    """A configuration each, in a root folder of its own, the six kinds of job in turn."""
    import yaml

    import archive_improved_work
    import book_improved_work
    import plot_improved_work
    import stats_improved_work
    import word_improved_work
    import yaml_improved_work

    works = (
        book_improved_work,
        archive_improved_work,
        stats_improved_work,
        plot_improved_work,
        yaml_improved_work,
        word_improved_work,
    )
    out, made = outputs(), []
    each = -(-cell["task_count"] // len(works))
    described = [work.items({**cell, "task_count": each}) for work in works]
    for index in range(cell["task_count"]):
        root = os.path.join(out, f"job{index:03}")
        os.mkdir(root)
        place = index % len(works)
        cfg = {
            "basename": BASENAMES[place],
            "item": described[place][index // len(works)],
            "Analysis": {"analysis_root_folder": root, "result_folder": root},
        }
        file = os.path.join(root, "input.yml")
        with open(file, "w", encoding="utf-8") as text:
            yaml.dump(cfg, text, Dumper=yaml.CSafeDumper)
        made.append({"file": file})
    return made


def jobs_told(results):
    """Of what each kind of job wrote, by the comparison of that kind."""
    import yaml
    from archive_files import archives_told
    from book_files import books_told
    from frame_files import figures_told
    from plot_files import pictures_told
    from word_files import documents_told
    from yaml_files import parts_told

    comparisons = dict(
        zip(BASENAMES, (books_told, archives_told, figures_told, pictures_told, parts_told, documents_told))
    )
    found = []
    for result in results:
        with open(result["final"], encoding="utf-8") as text:
            cfg = yaml.load(text, Loader=yaml.CSafeLoader)
        found.append((cfg["basename"], comparisons[cfg["basename"]]([cfg[cfg["basename"]]])))
    return told(found)


if __name__ == "__main__":
    import docx  # noqa: F401
    import matplotlib.pyplot  # noqa: F401
    import openpyxl  # noqa: F401
    import pandas  # noqa: F401
    import pypdf  # noqa: F401

    print(run_job(sys.argv[1])["final"])
