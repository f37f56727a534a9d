import {type Fit} from "../model/fit.ts";
import {predict} from "../model/predict.ts";
import {probabilityFaster} from "../model/probability.ts";
import {rank, tieBelow} from "../model/rank.ts";
import {type Workload} from "../model/workload.ts";
import {type SeriesKey} from "./seriesLabel.ts";

/** One field of the winner map: the fastest way for tasks of so many seconds, so many of them. */
export interface WinnerCell extends SeriesKey {
  readonly column: number;
  readonly row: number;
  readonly seconds: number;
  readonly tasks: number;
  /** Nobody is faster than the next with a probability of nine in ten. */
  readonly tie: boolean;
  readonly extrapolated: boolean;
}

export interface WinnerGrid {
  readonly seconds: readonly [number, number];
  readonly tasks: readonly [number, number];
  /** Fields a decade. */
  readonly steps: number;
}

export const winnerGrid: WinnerGrid = {seconds: [1e-6, 100], tasks: [1, 1e7], steps: 3};

const middles = ([low, high]: readonly [number, number], steps: number) => {
  const first = Math.log10(low);
  const count = Math.round((Math.log10(high) - first) * steps);
  return Array.from({length: count}, (_, i) => 10 ** (first + (i + 0.5) / steps));
};

/**
 * The fastest way for each pair of task length and task count, all else as in the workload. Gates are applied once: they do
 * not depend on length or count.
 */
export function winnerCells(fits: readonly Fit[], workload: Workload, grid: WinnerGrid = winnerGrid): WinnerCell[] {
  // Every start method that the gates leave may win: rank keeps only the fastest of each tool at one point.
  const shut = new Set(rank(workload, fits).excluded.map(({tool}) => tool));
  const allowed = fits.filter(
    ({tool, variant, startMethod}) => !tool.startsWith("serial") && !shut.has(`${tool}:${variant}:${startMethod}`)
  );
  return middles(grid.seconds, grid.steps).flatMap((seconds, column) =>
    middles(grid.tasks, grid.steps).map((middle, row) => {
      const tasks = Math.max(1, Math.round(middle));
      return {column, row, ...winnerAt(allowed, {...workload, seconds, tasks})};
    })
  );
}

function winnerAt(fits: readonly Fit[], workload: Workload) {
  const {seconds, tasks} = workload;
  const loop = {
    key: {tool: "serial", variant: "default", start_method: "none"},
    seconds: seconds * tasks,
    logSd: 0,
    extrapolated: false
  };
  const times = fits.map((fit) => {
    const {seconds, logSd, extrapolated} = predict(fit, workload);
    const {tool, variant, startMethod: start_method} = fit;
    return {key: {tool, variant, start_method}, seconds, logSd, extrapolated: extrapolated.length > 0};
  });
  const sorted = [loop, ...times].sort((a, b) => a.seconds - b.seconds);
  const [best = loop] = sorted;
  // Start methods of one tool do not compete with each other.
  const next = sorted.find(({key}) => key.tool !== best.key.tool || key.variant !== best.key.variant);
  return {
    ...best.key,
    seconds,
    tasks,
    tie: next !== undefined && probabilityFaster(best, next) < tieBelow,
    extrapolated: best.extrapolated || (best === loop && (next?.extrapolated ?? false))
  };
}
