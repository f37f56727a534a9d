import {type ChartOptions} from "./chartOptions.ts";
import {type SeriesKey, seriesLabel} from "./seriesLabel.ts";
import {stackedBars} from "./stackedBars.ts";

/** A row of the view `startup`. */
export interface StartupRow extends SeriesKey {
  readonly workers: number;
  readonly import_seconds: number | null;
  readonly start_seconds: number | null;
  readonly first_seconds: number | null;
  readonly run_seconds?: number | null;
  readonly stop_seconds: number | null;
}

const phases = [
  {name: "import", column: "import_seconds", color: "#6f6f78"},
  {name: "start", column: "start_seconds", color: "#2f7ed8"},
  {name: "first result", column: "first_seconds", color: "#d1600a"},
  {name: "run", column: "run_seconds", color: "#1b9272"},
  {name: "stop", column: "stop_seconds", color: "#a0529c"}
] as const;

/** The phases before and after the work, one stacked bar for each tool and start method, shortest first. */
export function startupPhases(rows: readonly StartupRow[], {ariaLabel, ...options}: ChartOptions = {}): SVGSVGElement {
  const most = Math.max(...rows.map(({workers}) => workers));
  const total = (row: StartupRow) => phases.reduce((sum, {column}) => sum + (row[column] ?? 0), 0);
  const bars = rows
    .filter(({workers}) => workers === most)
    .sort((a, b) => total(a) - total(b))
    .map((row) => ({
      label: seriesLabel(row),
      pieces: phases.map(({name, column}) => ({name, value: row[column] ?? 0}))
    }));
  return stackedBars(bars, {
    ...options,
    kinds: phases,
    label: "Time",
    unit: "s",
    ariaLabel: ariaLabel ?? "Seconds to import, start, give a first result and stop, a stacked bar for each tool."
  });
}
