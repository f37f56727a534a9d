import {busyCores} from "../model/busyCores.ts";
import {effortLines, loopEffortLines} from "../model/effortLines.ts";
import {type Fit} from "../model/fit.ts";
import {predict} from "../model/predict.ts";
import {type Preference, preference, score} from "../model/preference.ts";
import {probabilityFaster} from "../model/probability.ts";
import {eligible, tieBelow} from "../model/rank.ts";
import {type ToolFactsBySlug} from "../model/toolFacts.ts";
import {startOfRun} from "../model/startOfRun.ts";
import {isSerial, usableCores} from "../model/toolTraits.ts";
import {type Workload, workersOf} from "../model/workload.ts";
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

/** A way that may win: the fit as it is, and without what only its band needs, which takes most of a prediction. */
interface Rival {
  readonly fit: Fit;
  readonly bare: Fit;
  readonly effortLines: number;
  readonly cores: number;
  /** Start-up a run, seconds, and how many tasks run at once at best: no run is shorter than the two allow. */
  readonly start: number;
  readonly atOnce: number;
}

/**
 * The fastest way for each pair of task length and task count, all else as in the workload; with weights, the best. Gates
 * are applied once: they do not depend on length or count.
 */
export function winnerCells(
  fits: readonly Fit[],
  workload: Workload,
  {grid = winnerGrid, facts = {}}: {readonly grid?: WinnerGrid; readonly facts?: ToolFactsBySlug} = {}
): WinnerCell[] {
  // Every start method that the gates leave may win: rank keeps only the fastest of each tool at one point.
  const rivals = eligible(workload, fits, facts)
    .allowed.filter((fit) => !isSerial(fit))
    .map((fit) => rivalOf(fit, workload, facts));
  const weights = preference(workload);
  return middles(grid.seconds, grid.steps).flatMap((seconds, column) =>
    middles(grid.tasks, grid.steps).map((middle, row) => {
      const tasks = Math.max(1, Math.round(middle));
      return {column, row, ...winnerAt(rivals, {...workload, seconds, tasks}, weights)};
    })
  );
}

function rivalOf(fit: Fit, workload: Workload, facts: ToolFactsBySlug): Rival {
  const workers = workersOf(workload);
  const {tool, imports} = startOfRun(fit, workload);
  const waiting = workload.kind === "waiting";
  return {
    fit,
    bare: {...fit, fitted: []},
    effortLines: effortLines(facts[fit.tool]) ?? 1,
    cores: busyCores(fit, workload),
    start: tool + imports,
    atOnce: waiting ? workers : Math.min(workers, usableCores(fit, workload.kind, workload.cores))
  };
}

interface Timed {
  readonly rival: Rival | null;
  readonly score: number;
  readonly extrapolated: boolean;
}

const nameOf = (rival: Rival | null) => (rival ? `${rival.fit.tool}:${rival.fit.variant}` : "serial:default");

function winnerAt(rivals: readonly Rival[], workload: Workload, weights: Preference) {
  const {seconds, tasks, need} = workload;
  const whole = seconds * tasks;
  const scoreOf = ({effortLines, cores}: Rival, seconds: number) =>
    score(weights, {seconds, effortLines, coreSeconds: seconds * cores});
  const loop: Timed = {
    rival: null,
    score: score(weights, {seconds: whole, effortLines: loopEffortLines, coreSeconds: whole}),
    extrapolated: false
  };
  let best: Timed | null = need === "none" || rivals.length === 0 ? loop : null;
  let next: Timed | null = null;
  for (const rival of rivals) {
    // Whoever cannot be among the first two even if nothing but start-up and work cost time need not be predicted.
    const least = rival.start + Math.max(seconds, whole / rival.atOnce);
    if (next !== null && scoreOf(rival, least) >= next.score) continue;
    const {seconds: there, extrapolated} = predict(rival.bare, workload);
    const timed = {rival, score: scoreOf(rival, there), extrapolated: extrapolated.length > 0};
    // Start methods of one tool do not compete with each other.
    const same = best !== null && nameOf(best.rival) === nameOf(rival);
    if (best === null || timed.score < best.score) {
      if (!same) next = best;
      best = timed;
    } else if (!same && (next === null || timed.score < next.score)) next = timed;
  }
  const first = best ?? loop;
  const uncertain = ({rival, score}: Timed) => ({
    seconds: score,
    logSd: rival ? predict(rival.fit, workload).logSd * (weights.speed + weights.cost) : 0
  });
  return {
    tool: first.rival?.fit.tool ?? "serial",
    variant: first.rival?.fit.variant ?? "default",
    start_method: first.rival?.fit.startMethod ?? "none",
    seconds,
    tasks,
    tie: next !== null && probabilityFaster(uncertain(first), uncertain(next)) < tieBelow,
    extrapolated: first.extrapolated || (first === loop && (next?.extrapolated ?? false))
  };
}
