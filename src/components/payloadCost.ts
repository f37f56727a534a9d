import {type ChartOptions} from "./chartOptions.ts";
import {curveChart} from "./curveChart.ts";
import {defaultSeries} from "./defaultSeries.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesCurves} from "./seriesCurves.ts";

/** A row of the view `payload`. */
export interface PayloadRow extends SeriesKey {
  readonly workload?: string;
  readonly direction: string;
  readonly payload_bytes: number;
  readonly task_seconds: number | null;
  readonly task_seconds_low: number | null;
  readonly task_seconds_high: number | null;
}

/** Seconds a task against the bytes it receives (`in`) or returns (`out`). */
export function payloadCost(
  rows: readonly PayloadRow[],
  {direction = "in", limit = 6, ariaLabel, ...options}: ChartOptions & {direction?: string; limit?: number} = {}
): SVGSVGElement {
  const shown = defaultSeries(
    rows.filter(
      (row) =>
        row.direction === direction &&
        (row.workload ?? "bytes") === "bytes" &&
        row.payload_bytes > 0 &&
        row.task_seconds !== null
    ),
    limit
  );
  const verb = direction === "in" ? "receives" : "returns";
  return curveChart(
    seriesCurves(shown, ({payload_bytes, task_seconds, task_seconds_low, task_seconds_high}) => ({
      x: payload_bytes,
      y: task_seconds as number,
      low: task_seconds_low,
      high: task_seconds_high
    })),
    {
      ...options,
      x: {label: `Bytes a task ${verb}`, unit: "byte"},
      y: {label: "Time a task", unit: "s"},
      ariaLabel: ariaLabel ?? `Time a task against the bytes it ${verb}, a line a tool.`
    }
  );
}
