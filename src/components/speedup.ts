import {type ChartOptions} from "./chartOptions.ts";
import {curveChart} from "./curveChart.ts";
import {defaultSeries} from "./defaultSeries.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesCurves} from "./seriesCurves.ts";

/** A row of the view `scaling`; rows of a fit beyond the measured workers say `extrapolated`. */
export interface ScalingRow extends SeriesKey {
  readonly kind: string;
  readonly law: string;
  readonly workers: number;
  readonly speedup: number | null;
  readonly speedup_low: number | null;
  readonly speedup_high: number | null;
  readonly efficiency?: number | null;
  readonly efficiency_low?: number | null;
  readonly efficiency_high?: number | null;
  readonly extrapolated?: boolean;
}

export interface SpeedupOptions extends ChartOptions {
  readonly kind?: string;
  readonly law?: string;
  readonly measure?: "speedup" | "efficiency";
  readonly limit?: number;
}

/** Speed-up over the serial loop (or efficiency) against workers, for one kind of work. */
export function speedup(
  rows: readonly ScalingRow[],
  {kind = "cpu-gil", law = "fixed", measure = "speedup", limit = 6, ariaLabel, ...options}: SpeedupOptions = {}
): SVGSVGElement {
  const shown = defaultSeries(
    rows.filter((row) => row.kind === kind && row.law === law && typeof row[measure] === "number"),
    limit
  );
  const loads = [...new Set(shown.map(({workers}) => workers))].sort((a, b) => a - b);
  const label = measure === "speedup" ? "Speed-up over the serial loop" : "Efficiency";
  return curveChart(
    seriesCurves(shown, (row) => ({
      x: row.workers,
      y: row[measure] as number,
      low: row[`${measure}_low`] ?? null,
      high: row[`${measure}_high`] ?? null,
      extrapolated: row.extrapolated ?? false
    })),
    {
      ...options,
      x: {label: "Workers", unit: "1", ticks: loads},
      y: {label, unit: measure === "speedup" ? "×" : "%", scale: "linear"},
      ariaLabel: ariaLabel ?? `${label} against workers, a line a tool.`
    }
  );
}
