import {type EnginesRow} from "../queries/engines.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {intervalDots} from "./intervalDots.ts";
import {seriesDots} from "./seriesDots.ts";

export type {EnginesRow};

export interface EngineTimesOptions extends ChartOptions {
  /** groupby, join, scan or sort. */
  readonly query?: string;
  /** Size of the table, bytes; the largest that was measured where it is not said. */
  readonly data_bytes?: number | string;
}

/** What a warm query takes with each engine, CSV to answer. */
export function engineTimes(
  rows: readonly EnginesRow[],
  {query = "groupby", data_bytes, ariaLabel, ...options}: EngineTimesOptions = {}
): SVGSVGElement {
  const asked = rows.filter((row) => row.query === query);
  const size = data_bytes === undefined ? Math.max(...asked.map((row) => row.data_bytes)) : Number(data_bytes);
  const label = `Time of a warm ${query}, from CSV to answer`;
  return intervalDots(
    seriesDots(
      asked.filter((row) => row.data_bytes === size),
      (row) => ({value: row.run_seconds, low: row.run_seconds_low, high: row.run_seconds_high})
    ),
    {...options, label, unit: "s", ariaLabel: ariaLabel ?? `${label}, a dot an engine.`}
  );
}
