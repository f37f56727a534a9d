import {type ChartOptions} from "./chartOptions.ts";
import {intervalDots} from "./intervalDots.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesDots} from "./seriesDots.ts";

/** A row of the view `memory`. */
export interface MemoryRow extends SeriesKey {
  readonly workers: number;
  readonly idle_bytes_a_worker: number | null;
  readonly idle_bytes_a_worker_low: number | null;
  readonly idle_bytes_a_worker_high: number | null;
}

/** Memory an idle worker holds with each tool. */
export function memoryPerWorker(rows: readonly MemoryRow[], {ariaLabel, ...options}: ChartOptions = {}): SVGSVGElement {
  const most = Math.max(...rows.map(({workers}) => workers));
  return intervalDots(
    seriesDots(
      rows.filter(({workers}) => workers === most),
      (row) => ({
        value: row.idle_bytes_a_worker,
        low: row.idle_bytes_a_worker_low,
        high: row.idle_bytes_a_worker_high
      })
    ),
    {
      ...options,
      label: "Memory of an idle worker",
      unit: "byte",
      scale: "linear",
      ariaLabel: ariaLabel ?? "Memory that an idle worker holds, a dot a tool."
    }
  );
}
