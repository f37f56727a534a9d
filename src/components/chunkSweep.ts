import * as Plot from "@observablehq/plot";
import {type ChartOptions} from "./chartOptions.ts";
import {curveChart} from "./curveChart.ts";
import {seriesCurves} from "./seriesCurves.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {toolColor} from "./toolColor.ts";
import {toolSymbol} from "./toolSymbol.ts";

/** A row of the view `chunk_curves`. */
export interface ChunkCurveRow extends SeriesKey {
  readonly task_seconds: number;
  readonly chunk: number;
  readonly predicted_seconds: number;
  readonly predicted_seconds_low: number;
  readonly predicted_seconds_high: number;
  readonly measured_seconds: number | null;
}

export interface ChunkSweepOptions extends ChartOptions {
  /** Nominal length of a task, seconds; as a text may write it. */
  readonly task_seconds?: number | string;
}

/** A run's time by the size of its chunks: lines are the model's, marks what was measured. */
export function chunkSweep(
  rows: readonly ChunkCurveRow[],
  {task_seconds = 0.0001, ariaLabel, ...options}: ChunkSweepOptions = {}
): SVGSVGElement {
  const shown = rows.filter((row) => row.task_seconds === Number(task_seconds));
  const measured = shown.filter(({measured_seconds}) => measured_seconds !== null);
  return curveChart(
    seriesCurves(shown, (row) => ({
      x: row.chunk,
      y: row.predicted_seconds,
      low: row.predicted_seconds_low,
      high: row.predicted_seconds_high
    })),
    {
      ...options,
      x: {label: "Tasks a chunk", unit: "1"},
      y: {label: "A warm run", unit: "s"},
      ariaLabel: ariaLabel ?? "Time of a warm run by tasks a chunk: a line a tool by the model, marks where measured.",
      marks: measured.map(({tool, variant, ...row}) =>
        Plot.dot([row], {
          x: "chunk",
          y: "measured_seconds",
          symbol: toolSymbol(tool, variant),
          stroke: toolColor(tool, variant),
          fill: toolColor(tool, variant),
          r: 5
        })
      )
    }
  );
}
