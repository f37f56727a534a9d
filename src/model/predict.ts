import type {Extrapolated, Prediction} from "./answer.ts";
import {chunkPlan} from "./chunkPlan.ts";
import type {Fit, ParameterName, Parameters, Range} from "./fit.ts";
import {type Call, type CallParts, efficiencyAt, runSeconds, totalSeconds} from "./runSeconds.ts";
import {startOfRun} from "./startOfRun.ts";
import {isSerial, runsInCaller, takesChunks, usableCores} from "./toolTraits.ts";
import {unevenLongest} from "./unevenLongest.ts";
import {type Workload, workersOf} from "./workload.ts";

/** Half-width of an 80 % band in standard deviations. */
export const bandSds = 1.2816;

const outside = (value: number, [low, high]: Range) => value < low * 0.999 || value > high * 1.001;

function extrapolatedAxes(fit: Fit, workload: Workload, workers: number): readonly Extrapolated[] {
  if (isSerial(fit)) return [];
  const {ranges, cores} = fit;
  const waiting = workload.kind === "waiting";
  const found: Extrapolated[] = [];
  if (outside(workload.tasks, ranges.tasks)) found.push("tasks");
  if (outside(workload.seconds, ranges.seconds)) found.push("seconds");
  if (workers > (waiting ? ranges.waitingWorkers : ranges.workers)[1]) found.push("workers");
  if (Math.max(workload.payloadIn, workload.payloadOut) > ranges.payload[1]) found.push("payload");
  if (!waiting && Math.min(workers, usableCores(fit, workload.kind, workload.cores)) > cores) found.push("cores");
  if (workload.cv > (ranges.cv?.[1] ?? 0)) found.push("cv");
  return found;
}

/** The warm call of a workload with so many workers. */
export function callOf(workload: Workload, workers: number): Call {
  const {tasks, seconds, cv, kind, cores, chunk, payloadIn, payloadOut} = workload;
  return {tasks, seconds, cv, kind, workers, cores, chunk, payloadIn, payloadOut};
}

/**
 * η beyond the measured cores is not known: between η(2) for every doubling and η(2) once. The point is the middle of the
 * two; the distance widens the band. Returns the efficiency to use as η(2) and the extra spread of the log.
 */
function beyondMeasured(fit: Fit, {workers, kind, cores}: Call): {efficiency: number; extraSd: number} {
  const {efficiency} = fit.parameters;
  const atOnce = Math.min(workers, usableCores(fit, kind, cores));
  if (fit.form === "vectorised" || kind === "waiting" || atOnce <= Math.max(2, fit.cores))
    return {efficiency, extraSd: 0};
  const worst = efficiencyAt(efficiency, atOnce);
  const middle = (worst + efficiency) / 2;
  return {
    efficiency: middle ** (1 / Math.log2(atOnce)),
    extraSd: Math.log(efficiency / Math.max(worst, 1e-9)) / 2 / bandSds
  };
}

/** Spread of the log of the run that comes from the parameters' own uncertainty (delta method on their logs). */
function parameterSd(fit: Fit, parameters: Parameters, call: Call, seconds: number): number {
  const {fitted, logCovariance, form} = fit;
  if (fitted.length === 0 || seconds <= 0) return 0;
  const step = 0.02;
  const slopes = fitted.map((name) => {
    const moved: Record<ParameterName, number> = {...parameters};
    moved[name] *= Math.exp(step);
    return Math.log(totalSeconds(runSeconds(fit, form, moved, call)) / seconds) / step;
  });
  let variance = 0;
  slopes.forEach((a, i) => slopes.forEach((b, j) => (variance += a * b * (logCovariance[i]?.[j] ?? 0))));
  return Math.sqrt(Math.max(0, Math.min(variance, 1)));
}

/** The share of a call that is neither work nor waiting for the last worker. */
export function overheadShare(run: CallParts): number {
  const seconds = totalSeconds(run);
  return seconds > 0 ? Math.min(1, Math.max(0, (run.call + run.dispatch + run.data) / seconds)) : 0;
}

/** Spread of the logs of measured over predicted for a run of which such a share is overhead. */
export const residualSdAt = ({residualSd, overheadSd = 0}: Fit, share: number): number =>
  Math.sqrt(residualSd ** 2 + share * overheadSd ** 2);

/** Spread of the log of the run that comes from the draw of uneven lengths: another draw takes longer or shorter. */
function unevenSd(fit: Fit, parameters: Parameters, call: Call, total: number): number {
  const {cv, tasks, seconds, workers, kind, chunk} = call;
  if (cv === 0 || workers === 1 || total <= 0) return 0;
  const eta = kind === "waiting" ? 1 : efficiencyAt(parameters.efficiency, Math.min(workers, call.cores));
  const plan = chunkPlan(fit, tasks, seconds / eta + parameters.item, workers, chunk);
  return (unevenLongest(plan, tasks, workers, cv).sd * seconds) / eta / total;
}

/** A warm call as the model foresees it: its parts, their sum, and the spread of the log of what one more run would take. */
export interface CallPrediction {
  readonly run: CallParts;
  readonly seconds: number;
  /** The 80 % band. */
  readonly low: number;
  readonly high: number;
  readonly logSd: number;
}

/** No run is faster than this, however lucky: its longest task, and its work divided among those who compute at once. */
function workBound(fit: Fit, {tasks, seconds, workers, kind, cores}: Call): number {
  if (fit.form === "vectorised") return 0;
  const waiting = kind === "waiting";
  const atOnce = waiting ? workers : Math.min(workers, usableCores(fit, kind, cores));
  return Math.max(seconds, (tasks * seconds) / (runsInCaller(fit) && !waiting ? 1 : atOnce));
}

/** Parameters with the efficiency that so many cores at once call for. */
export function parametersFor(fit: Fit, call: Call): {readonly parameters: Parameters; readonly extraSd: number} {
  const {efficiency, extraSd} = beyondMeasured(fit, call);
  return {
    parameters: efficiency === fit.parameters.efficiency ? fit.parameters : {...fit.parameters, efficiency},
    extraSd
  };
}

/** Predicts one warm call, with its 80 % prediction band. Pure and deterministic. */
export function predictCall(fit: Fit, call: Call): CallPrediction {
  const {parameters, extraSd} = parametersFor(fit, call);
  const run = runSeconds(fit, fit.form, parameters, call);
  const seconds = totalSeconds(run);
  const logSd = Math.hypot(
    residualSdAt(fit, overheadShare(run)),
    parameterSd(fit, parameters, call, seconds),
    extraSd,
    call.lengths ? 0 : unevenSd(fit, parameters, call, seconds)
  );
  return {run, seconds, logSd, ...band(seconds, logSd, workBound(fit, call))};
}

/** Ends of the band of a log-normal error, kept to a bound. */
function band(seconds: number, logSd: number, bound: number): {readonly low: number; readonly high: number} {
  const spread = Math.exp(bandSds * logSd);
  return {low: Math.min(seconds, Math.max(bound, seconds / spread)), high: seconds * spread};
}

/**
 * Predicts the seconds of a workload with a tool: start-up, imports among it, shared by the runs of a day (none when warm),
 * plus one warm call.
 * `low` and `high` are the 80 % prediction band. Pure and deterministic; never throws for a workload within its limits.
 */
export function predict(fit: Fit, workload: Workload): Prediction {
  const workers = isSerial(fit) ? 1 : workersOf(workload);
  const call = callOf(workload, workers);
  const {run, seconds: runTotal, logSd} = predictCall(fit, call);
  const {tool, imports} = startOfRun(fit, workload);
  const start = tool + imports;
  const seconds = start + runTotal;
  const {parameters} = parametersFor(fit, call);
  const chunk = takesChunks(fit)
    ? chunkPlan(fit, workload.tasks, workload.seconds + parameters.item, workers, workload.chunk).size
    : null;
  return {
    seconds,
    ...band(seconds, logSd, workBound(fit, call)),
    logSd,
    parts: {start, ...run},
    chunk,
    workers,
    extrapolated: extrapolatedAxes(fit, workload, workers)
  };
}
