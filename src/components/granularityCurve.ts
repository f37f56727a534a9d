import {type ChartOptions} from "./chartOptions.ts";
import {curveChart} from "./curveChart.ts";
import {defaultSeries} from "./defaultSeries.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesCurves} from "./seriesCurves.ts";

/** A row of the view `granularity`. */
export interface GranularityRow extends SeriesKey {
  readonly task_seconds: number;
  readonly workers: number;
  readonly efficiency: number | null;
  readonly efficiency_low: number | null;
  readonly efficiency_high: number | null;
}

/** Efficiency against task length: how long a task must be before a tool's workers are kept busy. */
export function granularityCurve(
  rows: readonly GranularityRow[],
  {limit = 6, ariaLabel, ...options}: ChartOptions & {readonly limit?: number} = {}
): SVGSVGElement {
  const most = Math.max(...rows.map(({workers}) => workers));
  const shown = defaultSeries(
    rows.filter(({tool, workers}) => workers === most && !tool.startsWith("serial")),
    limit
  );
  return curveChart(
    seriesCurves(shown, ({task_seconds, efficiency, efficiency_low, efficiency_high}) =>
      efficiency === null ? null : {x: task_seconds, y: efficiency, low: efficiency_low, high: efficiency_high}
    ),
    {
      ...options,
      x: {label: "Length of a task", unit: "s"},
      y: {label: `Efficiency of ${most} workers`, unit: "1", scale: "linear"},
      ariaLabel: ariaLabel ?? `Efficiency of ${most} workers against the length of a task, a line a tool.`
    }
  );
}
