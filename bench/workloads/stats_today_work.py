"""Business work: statistics of one CSV file, column by column, in the way that AssetUtilities' data exploration goes today.

Types are guessed column by column, the list of different values is made whatever its length, and each column's row is
appended to a frame one at a time.
"""

import pandas
from pandas.api.types import is_numeric_dtype

from frame_files import figures_told, table_items

MEASURES_PAYLOAD = True
COLUMNS = ["column", "kind", "min", "max", "mean", "stdev", "first", "last", "rows", "different", "rows_each", "values"]
MOST_VALUES = 20


def task(item):
    frame = pandas.read_csv(item["file"])
    summary = pandas.DataFrame(columns=COLUMNS)
    for column in frame.columns:
        values = frame[column]
        numeric = is_numeric_dtype(values)
        different = values.unique()
        summary.loc[len(summary)] = [
            column,
            "numeric" if numeric else "string",
            *((values.min(), values.max(), values.mean(), values.std()) if numeric else (None,) * 4),
            values.iloc[0],
            values.iloc[-1],
            len(frame),
            len(different),
            len(frame) / len(different),
            str(sorted(different.tolist())) if len(different) <= MOST_VALUES else None,
        ]
    return {"rows": summary.values.tolist()}


items, checksum = table_items, figures_told
