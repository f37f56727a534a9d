import type {Extrapolated, Prediction} from "./answer.ts";
import {chunkPlan} from "./chunkPlan.ts";
import type {Fit, Parameters, Range} from "./fit.ts";
import {type Call, efficiencyAt, runSeconds, totalSeconds} from "./runSeconds.ts";
import {startupSeconds} from "./startupSeconds.ts";
import {isSerial, runsInCaller, takesChunks, usableCores} from "./toolTraits.ts";
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
  if (workload.cv > 0) found.push("cv");
  return found;
}

function callOf(workload: Workload, workers: number): Call {
  const {tasks, seconds, cv, kind, cores, chunk, payloadIn, payloadOut} = workload;
  return {tasks, seconds, cv, kind, workers, cores, chunk, payloadIn, payloadOut};
}

/**
 * η beyond the measured cores is not known: between η(2) for every doubling and η(2) once. The point is the middle of the
 * two; the distance widens the band. Returns the efficiency to use as η(2) and the extra spread of the log.
 */
function beyondMeasured(fit: Fit, workload: Workload, workers: number): {efficiency: number; extraSd: number} {
  const {efficiency} = fit.parameters;
  const atOnce = Math.min(workers, usableCores(fit, workload.kind, workload.cores));
  if (fit.form === "vectorised" || workload.kind === "waiting" || atOnce <= Math.max(2, fit.cores))
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
    const moved = {...parameters, [name]: parameters[name] * Math.exp(step)};
    return Math.log(totalSeconds(runSeconds(fit, form, moved, call)) / seconds) / step;
  });
  let variance = 0;
  slopes.forEach((a, i) => slopes.forEach((b, j) => (variance += a * b * (logCovariance[i]?.[j] ?? 0))));
  return Math.sqrt(Math.max(0, Math.min(variance, 1)));
}

/**
 * Predicts the seconds of a workload with a tool: start-up shared by the runs of a day (none when warm), plus one warm call.
 * `low` and `high` are the 80 % prediction band. Pure and deterministic; never throws for a workload within its limits.
 */
export function predict(fit: Fit, workload: Workload): Prediction {
  const workers = isSerial(fit) ? 1 : workersOf(workload);
  const call = callOf(workload, workers);
  const {efficiency, extraSd} = beyondMeasured(fit, workload, workers);
  const parameters = efficiency === fit.parameters.efficiency ? fit.parameters : {...fit.parameters, efficiency};
  const run = runSeconds(fit, fit.form, parameters, call);
  const runTotal = totalSeconds(run);
  const start = workload.warm ? 0 : startupSeconds(fit, workers) / workload.runsADay;
  const seconds = start + runTotal;
  const logSd = Math.hypot(fit.residualSd, parameterSd(fit, parameters, call, runTotal), extraSd);
  // Nothing finishes before its tasks do, however lucky: the band keeps to the work bound.
  const atOnce =
    workload.kind === "waiting" ? workers : Math.min(workers, usableCores(fit, workload.kind, workload.cores));
  const bound =
    fit.form === "vectorised"
      ? 0
      : Math.max(
          workload.seconds,
          (workload.tasks * workload.seconds) / (runsInCaller(fit) && workload.kind !== "waiting" ? 1 : atOnce)
        );
  const spread = Math.exp(bandSds * logSd);
  const chunk = takesChunks(fit)
    ? chunkPlan(fit, workload.tasks, workload.seconds + parameters.item, workers, workload.chunk).size
    : null;
  return {
    seconds,
    low: Math.min(seconds, Math.max(bound, seconds / spread)),
    high: seconds * spread,
    logSd,
    parts: {start, ...run},
    chunk,
    workers,
    extrapolated: extrapolatedAxes(fit, workload, workers)
  };
}
