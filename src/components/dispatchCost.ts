import {type ChartOptions} from "./chartOptions.ts";
import {intervalDots} from "./intervalDots.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesDots} from "./seriesDots.ts";

/** A row of the view `dispatch`. */
export interface DispatchRow extends SeriesKey {
  readonly pattern: string;
  readonly chunk: string;
  readonly workers: number;
  readonly task_seconds: number | null;
  readonly task_seconds_low: number | null;
  readonly task_seconds_high: number | null;
}

export interface DispatchOptions extends ChartOptions {
  /** `independent`: all at once (throughput); `sequential`: one at a time (latency). */
  readonly pattern?: string;
  readonly chunk?: string;
}

/** What one empty task costs with each tool. */
export function dispatchCost(
  rows: readonly DispatchRow[],
  {pattern = "independent", chunk = "default", ariaLabel, ...options}: DispatchOptions = {}
): SVGSVGElement {
  const wanted = rows.filter((row) => row.pattern === pattern && row.chunk === chunk);
  const most = Math.max(...wanted.map(({workers}) => workers));
  const label =
    pattern === "sequential" ? "Time from asking to answer, one empty task" : "Time an empty task, many at once";
  return intervalDots(
    seriesDots(
      wanted.filter(({workers}) => workers === most),
      (row) => ({value: row.task_seconds, low: row.task_seconds_low, high: row.task_seconds_high})
    ),
    {...options, label, unit: "s", ariaLabel: ariaLabel ?? `${label}, a dot a tool.`}
  );
}
