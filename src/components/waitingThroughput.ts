import {type ChartOptions} from "./chartOptions.ts";
import {curveChart} from "./curveChart.ts";
import {defaultSeries} from "./defaultSeries.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesCurves} from "./seriesCurves.ts";

/** A row of the view `waiting`. */
export interface WaitingRow extends SeriesKey {
  readonly task_seconds: number;
  readonly workers: number;
  readonly throughput_per_second: number | null;
  readonly throughput_per_second_low: number | null;
  readonly throughput_per_second_high: number | null;
}

/** Waiting tasks a second against workers; the thin straight line is what workers would do that cost nothing. */
export function waitingThroughput(
  rows: readonly WaitingRow[],
  {taskSeconds = 0.01, limit = 6, ariaLabel, ...options}: ChartOptions & {taskSeconds?: number; limit?: number} = {}
): SVGSVGElement {
  const shown = defaultSeries(
    rows.filter((row) => row.task_seconds === taskSeconds && row.throughput_per_second !== null),
    limit
  );
  const loads = [...new Set(shown.map(({workers}) => workers))].sort((a, b) => a - b);
  const curves = seriesCurves(shown, (row) => ({
    x: row.workers,
    y: row.throughput_per_second as number,
    low: row.throughput_per_second_low,
    high: row.throughput_per_second_high
  }));
  const ideal = {
    label: "no overhead",
    color: "currentColor",
    symbol: "plus" as const,
    points: loads.map((workers) => ({x: workers, y: workers / taskSeconds}))
  };
  const length = formatUnit(taskSeconds, "s");
  return curveChart(loads.length > 0 ? [ideal, ...curves] : curves, {
    ...options,
    x: {label: "Workers", unit: "1", ticks: loads},
    y: {label: `Tasks of ${length} a second`, unit: "1"},
    ariaLabel: ariaLabel ?? `Waiting tasks of ${length} a second against workers, a line a tool.`
  });
}
