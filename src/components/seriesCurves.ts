import {type Curve, type CurvePoint} from "./curveChart.ts";
import {type SeriesKey, seriesLabel} from "./seriesLabel.ts";
import {seriesKey} from "./seriesKey.ts";
import {toolColor} from "./toolColor.ts";
import {toolSymbol} from "./toolSymbol.ts";

/** Groups rows into one curve a series, in the report's colours and symbols. */
export function seriesCurves<Row extends SeriesKey>(
  rows: readonly Row[],
  point: (row: Row) => CurvePoint | null
): Curve[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(seriesKey(row), [...(groups.get(seriesKey(row)) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const points = group.flatMap((row) => point(row) ?? []);
    if (!first || points.length === 0) return [];
    const {tool, variant} = first;
    return [
      {
        label: seriesLabel(first),
        color: toolColor(tool, variant),
        symbol: toolSymbol(tool, variant),
        strong: tool === "serial",
        points
      }
    ];
  });
}
