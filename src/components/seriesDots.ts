import {type IntervalDot} from "./intervalDots.ts";
import {type SeriesKey, seriesLabel} from "./seriesLabel.ts";
import {toolColor} from "./toolColor.ts";
import {toolSymbol} from "./toolSymbol.ts";

/** One dot a row, in the report's colours and symbols; rows without a value are left out. */
export function seriesDots<Row extends SeriesKey>(
  rows: readonly Row[],
  pick: (row: Row) => {value: number | null; low: number | null; high: number | null}
): IntervalDot[] {
  return rows.flatMap((row) => {
    const {value, low, high} = pick(row);
    if (value === null || !Number.isFinite(value)) return [];
    const {tool, variant} = row;
    return [
      {label: seriesLabel(row), color: toolColor(tool, variant), symbol: toolSymbol(tool, variant), value, low, high}
    ];
  });
}
