import {extent, group, max, mean, median, quantile} from "d3";
import {randomInt, randomLcg} from "d3-random";
import type {Sample} from "../schema/sample.ts";
import type {Fit, Form, ParameterName, Parameters, Range, Startup} from "./fit.ts";
import {type FitCell, fitCells} from "./fitCells.ts";
import {fitForm, formParameters, type FitSubject, logResiduals} from "./fitForm.ts";
import {leaveOuts, type Way, ways} from "./leaveOut.ts";
import {bandSds} from "./predict.ts";
import type {RunContext} from "./runContext.ts";
import {isSerial} from "./toolTraits.ts";

/** What a fit has to be told beside the samples. */
export interface FitOptions {
  readonly machine: string;
  readonly cores: number;
  /** Seconds for which the protocol holds a worker when it warms the pool: not the tool's. */
  readonly holdSeconds: number;
  /** Median idle bytes a worker, from measures.csv. */
  readonly idleBytesAWorker: number | null;
  /** What the run as a whole tells of its samples. */
  readonly context: RunContext;
  readonly draws?: number;
  readonly seed?: number;
}

/** A cell that was left out in a certain way, and the log of measured over predicted by a fit that had not seen it. */
export interface HeldoutCell {
  readonly way: Way;
  readonly cell: FitCell;
  readonly logResidual: number;
}

/** The factors by which a form missed cells left out in one way: how many, their median and ninth decile. */
export interface FormError {
  readonly form: Form;
  readonly way: Way;
  readonly cells: number;
  readonly median: number;
  readonly p90: number;
}

/** A fit with what only the database keeps: bootstrap draws, the error on each cell left out, and that of every form. */
export interface FittedTool {
  readonly fit: Fit;
  readonly draws: readonly Parameters[];
  readonly heldout: readonly HeldoutCell[];
  readonly compared: readonly FormError[];
}

/** Fewer cells than this say too little for a form with seven parameters; one with three makes do with half. */
const fewestCells = (subject: FitSubject) => (isSerial(subject) ? 4 : 8);

/** Cells shorter than this are measured too roughly to judge a prediction by (pyperf's limit); the fit sees them all. */
export const shortestJudgedSeconds = 1e-3;

function formsFor(subject: FitSubject): readonly Form[] {
  if (subject.tool === "serial-optimised") return ["vectorised"];
  return isSerial(subject) ? ["additive"] : ["additive", "overlap", "shared-cores", "partial"];
}

function heldoutCells(subject: FitSubject, form: Form, cells: readonly FitCell[], all: Parameters): HeldoutCell[] {
  return leaveOuts(cells)
    .flatMap(({way, kept, left}) => {
      const parameters = fitForm(subject, form, kept, {from: all, iterations: 20});
      return logResiduals(subject, form, parameters, left).map((logResidual, i) => ({
        way,
        cell: left[i]!,
        logResidual
      }));
    })
    .filter(({cell}) => cell.median >= shortestJudgedSeconds);
}

const ratios = (residuals: readonly HeldoutCell[]) => residuals.map(({logResidual}) => Math.exp(Math.abs(logResidual)));

function formErrors(form: Form, heldout: readonly HeldoutCell[]): readonly FormError[] {
  return ways.flatMap((way) => {
    const errors = ratios(heldout.filter((one) => one.way === way));
    return errors.length === 0
      ? []
      : [{form, way, cells: errors.length, median: median(errors)!, p90: quantile(errors, 0.9)!}];
  });
}

/** Misses beyond a factor of two count as two: what cannot be known from the cells that are left says nothing of a form. */
const mostCounted = 2;

/** What decides between forms: the typical miss and the bad one count alike, and so does each way of leaving out. */
const score = (errors: readonly FormError[]) =>
  mean(errors, (error) => Math.log(error.median) + Math.log(Math.min(mostCounted, error.p90))) ?? Infinity;

function startupOf(samples: readonly Sample[], holdSeconds: number): readonly Startup[] {
  const started = samples.filter((s) => s.outcome === "ok" && s.start_seconds !== null);
  return [...group(started, (s) => s.workers)]
    .map(([workers, some]): Startup => {
      const mid = (pick: (s: Sample) => number | null) => median(some, (s) => pick(s) ?? undefined) ?? 0;
      const first = mid((s) => s.first_seconds);
      return {
        workers,
        importSeconds: mid((s) => s.import_seconds),
        startSeconds: mid((s) => s.start_seconds),
        firstSeconds: Math.max(0, first - holdSeconds),
        stopSeconds: mid((s) => s.stop_seconds)
      };
    })
    .toSorted((a, b) => a.workers - b.workers);
}

function bootstrap(
  subject: FitSubject,
  form: Form,
  cells: readonly FitCell[],
  best: Parameters,
  draws: number,
  seed: number
) {
  const int = randomInt.source(randomLcg(seed));
  const pick = <T>(values: readonly T[]): T[] => {
    const at = int(values.length);
    return values.map(() => values[at()]!);
  };
  return Array.from({length: draws}, () => {
    // Samples within cells, then cells: what is uncertain is both the noise of a cell and which cells were measured.
    const drawn = pick(cells.map((cell) => ({...cell, median: median(pick(cell.runs))!})));
    return fitForm(subject, form, drawn, {from: best, iterations: 6});
  });
}

const range = (values: readonly number[]): Range => {
  const [low, high] = extent(values);
  return [low ?? 0, high ?? 0];
};

/** At most so sure: covariances of parameters that no cell speaks of are kept to a factor of three either way. */
const mostLogVariance = 1.2;

function covariance(draws: readonly Parameters[], names: readonly ParameterName[]): number[][] {
  const logs = names.map((name) => draws.map((draw) => Math.log(Math.max(draw[name], 1e-15))));
  const means = logs.map((values) => values.reduce((a, b) => a + b, 0) / values.length);
  return logs.map((a, i) =>
    logs.map((b, j) => {
      const value = a.reduce((sum, x, k) => sum + (x - means[i]!) * (b[k]! - means[j]!), 0) / Math.max(1, a.length - 1);
      return Math.abs(value) > mostLogVariance ? Math.sign(value) * mostLogVariance : value;
    })
  );
}

/**
 * Fits one tool as it is set up (all samples of one machine, tool, variant, start method and Python build): every form that
 * fits the tool, the one with the smallest error on cells left out wins; intervals from a seeded bootstrap.
 * null when there are too few cells. Deterministic. The bands are the tool's own until `calibrateBands` has seen all tools.
 */
export function fitTool(samples: readonly Sample[], options: FitOptions): FittedTool | null {
  const [any] = samples;
  const cells = fitCells(samples, options.context);
  if (!any) return null;
  const {machine, cores, holdSeconds, idleBytesAWorker, draws: count = 200, seed = 20261124} = options;
  const pythonBuild = samples.find((s) => s.python_build !== null)?.python_build ?? "gil";
  const subject: FitSubject = {tool: any.tool, variant: any.variant, pythonBuild, cores};
  if (cells.length < fewestCells(subject)) return null;
  const tried = formsFor(subject).map((form) => {
    const parameters = fitForm(subject, form, cells);
    const heldout = heldoutCells(subject, form, cells, parameters);
    const folds = ratios(heldout.filter(({way}) => way === "fold"));
    const errors = formErrors(form, heldout);
    return {form, parameters, heldout, errors, median: median(folds) ?? NaN, p90: quantile(folds, 0.9) ?? NaN};
  });
  const best = tried.toSorted((a, b) => score(a.errors) - score(b.errors))[0]!;
  const names = formParameters(best.form, subject);
  const draws = bootstrap(subject, best.form, cells, best.parameters, count, seed);
  const intervals = Object.fromEntries(
    names.map((name) => [name, [0.1, 0.9].map((q) => quantile(draws, q, (draw) => draw[name])!) as unknown as Range])
  );
  const misses = best.heldout.filter(({way}) => way === "fold").map(({logResidual}) => Math.abs(logResidual));
  const computing = cells.filter(({sample}) => sample.kind !== "waiting");
  const waiting = cells.filter(({sample}) => sample.kind === "waiting");
  const workersOf = (some: readonly FitCell[]) => range(some.map(({sample}) => sample.workers));
  const fit: Fit = {
    machine,
    tool: subject.tool,
    variant: subject.variant,
    startMethod: any.start_method,
    pythonBuild,
    form: best.form,
    parameters: best.parameters,
    intervals,
    fitted: names,
    logCovariance: covariance(draws, names),
    // Half-width of what held 80 % of the cells that were left out, as a standard deviation; never below the noise of one.
    residualSd: Math.max(0.01, (quantile(misses, 0.8) ?? 0.1) / bandSds),
    startup: isSerial(subject) && subject.tool === "serial" ? [] : startupOf(samples, holdSeconds),
    idleBytesAWorker,
    cores,
    ranges: {
      tasks: range(cells.map(({sample}) => sample.task_count)),
      seconds: range(computing.map(({serialSeconds}) => serialSeconds)),
      workers: workersOf(computing),
      waitingWorkers: workersOf(waiting),
      cv: [0, max(samples, (s) => (s.outcome === "ok" ? (s.task_cv ?? 0) : 0)) ?? 0],
      payload: [0, max(cells, ({sample}) => Math.max(sample.payload_in_bytes ?? 0, sample.payload_out_bytes ?? 0)) ?? 0]
    },
    evidence: {
      cells: cells.length,
      samples: cells.reduce((sum, {runs}) => sum + runs.length, 0),
      heldoutMedian: best.median,
      heldoutP90: best.p90,
      asOf: samples.reduce((latest, s) => (s.started_utc > latest ? s.started_utc : latest), "").slice(0, 10)
    },
    tried: tried.map(({form, median: mid, p90}) => ({form, median: mid, p90}))
  };
  return {fit, draws, heldout: best.heldout, compared: tried.flatMap(({errors}) => errors)};
}
