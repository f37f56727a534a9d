import type {Form, ParameterName, Parameters} from "./fit.ts";
import type {FitCell} from "./fitCells.ts";
import {leastSquares} from "./leastSquares.ts";
import {type Call, runSeconds, type Timed, totalSeconds} from "./runSeconds.ts";
import {taskLengths} from "./taskLengths.ts";
import {runsInCaller, storesAbove, usesThreads} from "./toolTraits.ts";

/** Which tool is fitted, on how many cores it was measured. */
export interface FitSubject extends Timed {
  readonly cores: number;
}

const none: Parameters = {
  call: 0,
  chunk: 0,
  workerChunk: 0,
  item: 0,
  byteIn: 0,
  byteOut: 0,
  stored: 0,
  efficiency: 1,
  apart: 0,
  poll: 0
};

/** Where the search begins; a weak pull back to here keeps what the cells say nothing about from drifting away. */
const begin: Readonly<Record<ParameterName, number>> = {
  call: 1e-4,
  chunk: 2e-5,
  workerChunk: 1e-5,
  item: 3e-7,
  byteIn: 3e-10,
  byteOut: 3e-10,
  stored: 1e-4,
  efficiency: 0.97,
  apart: 0.5,
  poll: 0.01
};

/** Array operations: a loop of some ten tasks' worth round them, and tens of times the speed. */
const beginVectorised = {...begin, item: 10, efficiency: 50};

/** The pull's weight against a cell's relative error of one in a hundred: a factor e away counts as much as a misfit of 2 ‰. */
const pull = 0.002;

/** Relative error that is expected of any cell, and the clock's and scheduler's absolute one, seconds. */
const relativeNoise = 0.02;
const absoluteNoise = 2e-5;

/** Beyond this many times the expected error a cell pulls with the root of its distance: outliers do not lead the fit. */
const robustFrom = 2;

/** joblib asks for results at fixed times (a pause of 10 ms in its retrieval loop); the others are told. */
const polls = (subject: FitSubject) => subject.tool === "joblib";

/** The parameters that a form has, for this tool. */
export function formParameters(form: Form, subject: FitSubject): readonly ParameterName[] {
  if (form === "vectorised") return ["call", "item", "efficiency"];
  if (subject.tool === "serial") return ["call", "item", "byteOut"];
  const all: ParameterName[] = ["call", "chunk", "workerChunk", "item", "byteOut", "efficiency"];
  if (form === "partial") all.push("apart");
  // Threads and coroutines are handed a reference: sending copies nothing. What they return still has to be kept.
  if (!usesThreads(subject) && !runsInCaller(subject)) all.push("byteIn");
  if (storesAbove(subject) < Infinity) all.push("stored");
  return polls(subject) ? [...all, "poll"] : all;
}

/** Parameters that lie between 0 and 1. */
const isShare = (name: ParameterName, form: Form) =>
  name === "apart" || (name === "efficiency" && form !== "vectorised");

/** A parameter's place on the scale on which it is fitted: logs, and the logit of an efficiency that stays below 1. */
const toScale = (name: ParameterName, value: number, form: Form) =>
  isShare(name, form) ? Math.log(value / (1 - value)) : Math.log(value);
const fromScale = (name: ParameterName, value: number, form: Form) =>
  isShare(name, form) ? 1 / (1 + Math.exp(-value)) : Math.exp(Math.max(-35, Math.min(12, value)));

/** The call that a cell makes, as the model takes it; uneven tasks have their very lengths. */
export function cellCall({sample, serialSeconds, importSeconds}: FitCell, cores: number): Call {
  const cv = sample.task_cv ?? 0;
  return {
    tasks: sample.task_count,
    seconds: serialSeconds,
    cv,
    kind: sample.kind,
    workers: sample.workers,
    cores,
    chunk: sample.chunk_size,
    payloadIn: sample.payload_in_bytes ?? 0,
    payloadOut: sample.payload_out_bytes ?? 0,
    importSeconds,
    ...(cv > 0 ? {lengths: taskLengths(sample.task_count, sample.distribution ?? "lognormal", cv)} : {})
  };
}

/** Seconds that a cell takes by a form and its parameters. */
export const cellSeconds = (subject: FitSubject, form: Form, parameters: Parameters, cell: FitCell): number =>
  totalSeconds(runSeconds(subject, form, parameters, cellCall(cell, subject.cores)));

/** The relative error expected of a cell. */
export const expectedError = (seconds: number): number => Math.hypot(relativeNoise, absoluteNoise / seconds);

/** Parameters by which a form comes nearest to the cells (relative errors, robust), from a start that may be another fit. */
export function fitForm(
  subject: FitSubject,
  form: Form,
  cells: readonly FitCell[],
  {from, iterations = 60}: {readonly from?: Parameters; readonly iterations?: number} = {}
): Parameters {
  const names = formParameters(form, subject);
  const anchor = names.map((name) => toScale(name, (form === "vectorised" ? beginVectorised : begin)[name], form));
  const bounded = (name: ParameterName, value: number) =>
    isShare(name, form) ? Math.min(0.9999, Math.max(0.0001, value)) : Math.max(1e-14, value);
  const start = from ? names.map((name) => toScale(name, bounded(name, from[name]), form)) : anchor;
  const build = (values: readonly number[]): Parameters => ({
    ...none,
    ...Object.fromEntries(names.map((name, i) => [name, fromScale(name, values[i]!, form)]))
  });
  // What no parameter changes is made once, not at each of a thousand steps.
  const known = cells.map((cell) => ({
    call: cellCall(cell, subject.cores),
    median: cell.median,
    error: expectedError(cell.median)
  }));
  const residuals = (values: readonly number[]) => {
    const parameters = build(values);
    const misfits = known.map(({call, median, error}) => {
      const r = Math.log(totalSeconds(runSeconds(subject, form, parameters, call)) / median) / error;
      const far = Math.abs(r) / robustFrom;
      return far <= 1 ? r : Math.sign(r) * robustFrom * Math.sqrt(2 * far - 1);
    });
    return [...misfits, ...values.map((value, i) => ((value - anchor[i]!) * pull) / relativeNoise)];
  };
  return build(leastSquares({residuals, start, iterations}).parameters);
}

/** Logs of measured over predicted, one a cell. */
export function logResiduals(
  subject: FitSubject,
  form: Form,
  parameters: Parameters,
  cells: readonly FitCell[]
): readonly number[] {
  return cells.map((cell) => Math.log(cell.median / cellSeconds(subject, form, parameters, cell)));
}
