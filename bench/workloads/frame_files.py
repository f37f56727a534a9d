"""Archives of CSV tables, the frames in them kept as pickles, and plain CSV tables; the comparison of frames and figures."""

import os
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import numpy
import pandas

from business_files import kept_file, told

ARCHIVES, ARCHIVE_ROWS, ARCHIVE_COLUMNS = 8, 100_000, 12
TABLES, TABLE_ROWS, TABLE_COLUMNS = 16, 50_000, 10
SEED = 20261125


def table(seed, rows, columns):
    """Numbers with few digits, as readings have, and one column with few different values."""
    random = numpy.random.default_rng(SEED + seed)
    made = {f"reading_{column}": numpy.round(random.normal(50, 20, rows), 2) for column in range(columns - 1)}
    return pandas.DataFrame({"station": random.integers(0, 12, rows), **made})


def archive_items(cell):
    def item(index):
        def make(path):
            text = table(index, ARCHIVE_ROWS, ARCHIVE_COLUMNS).to_csv(index=False)
            with ZipFile(path, "w", ZIP_DEFLATED) as archive:
                archive.writestr(f"production{2000 + index}.csv", text)

        return {"file": kept_file(cell, f"year{2000 + index}.zip", make)}

    return [item(index % ARCHIVES) for index in range(cell["task_count"])]


def table_items(cell):
    def item(index):
        def make(path):
            table(100 + index, TABLE_ROWS, TABLE_COLUMNS).to_csv(path, index=False)

        return {"file": kept_file(cell, f"set{index:02}.csv", make)}

    return [item(index % TABLES) for index in range(cell["task_count"])]


def frames_of(path):
    """Every member of an archive as a frame, by its name."""
    with open(path, "rb") as file:
        content = BytesIO(file.read())
    frames = {}
    with ZipFile(content) as archive:
        for name in archive.namelist():
            with archive.open(name) as member:
                frames[os.path.splitext(name)[0]] = pandas.read_csv(member)
    return frames


def frames_told(results):
    """Of every value, column by column."""
    return told(
        [
            (name, list(frame.columns), [int(part) for part in pandas.util.hash_pandas_object(frame, index=False)[::997]])
            for frames in results
            for name, frame in frames.items()
        ]
    )


def figure_told(figure):
    """Of nine digits: the last ones of a deviation depend on the order of adding. Nothing is nothing, however it is written."""
    if figure is None or figure != figure:
        return ""
    return figure if isinstance(figure, str) else f"{figure:.9g}"


def figures_told(results):
    return told([[[figure_told(figure) for figure in row] for row in result["rows"]] for result in results])
