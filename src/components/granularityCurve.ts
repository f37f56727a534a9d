import {type ChartOptions} from "./chartOptions.ts";
import {curveChart} from "./curveChart.ts";
import {defaultSeries} from "./defaultSeries.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesCurves} from "./seriesCurves.ts";

/** A row of the view `granularity`. */
export interface GranularityRow extends SeriesKey {
  readonly kind?: string;
  readonly task_seconds: number;
  readonly workers: number;
  readonly efficiency: number | null;
  readonly efficiency_low: number | null;
  readonly efficiency_high: number | null;
}

/** Efficiency against task length: how long a task must be before a tool's workers are kept busy. */
export function granularityCurve(
  rows: readonly GranularityRow[],
  {kind = "cpu-gil", limit = 6, ariaLabel, ...options}: ChartOptions & {kind?: string; limit?: number} = {}
): SVGSVGElement {
  const wanted = rows.filter((row) => !row.tool.startsWith("serial") && (row.kind ?? kind) === kind);
  const most = Math.max(...wanted.map(({workers}) => workers));
  const shown = defaultSeries(
    wanted.filter(({workers}) => workers === most),
    limit
  );
  return curveChart(
    seriesCurves(shown, ({task_seconds, efficiency, efficiency_low, efficiency_high}) =>
      efficiency === null ? null : {x: task_seconds, y: efficiency, low: efficiency_low, high: efficiency_high}
    ),
    {
      ...options,
      x: {label: "Length of a task", unit: "s"},
      y: {label: `Efficiency of ${most} workers`, unit: "%", scale: "linear"},
      ariaLabel: ariaLabel ?? `Efficiency of ${most} workers against the length of a task, a line a tool.`
    }
  );
}
