import type {Fit} from "./fit.ts";
import {runSeconds, totalSeconds} from "./runSeconds.ts";

/** Smallest worthwhile task at an efficiency: by the curve of the tool's own form, and by its closed form. Seconds. */
export interface Metg {
  /** Task Bench's granularity, wall·P/tasks, at the point where efficiency falls to the threshold; null: never reached. */
  readonly granularitySeconds: number | null;
  /** The task length at that point: the threshold times the granularity. */
  readonly lengthSeconds: number | null;
  /** The granularity by the closed form (chunk 1, no cost an item). */
  readonly closedFormSeconds: number | null;
  readonly reason: string | null;
}

/** Tasks a worker when the curve is read: enough that one call's fixed cost does not count. */
const tasksAWorker = 10_000;

function closedForm(
  {form, parameters: {chunk: o, workerChunk: w, apart}}: Fit,
  eta: number,
  threshold: number,
  workers: number
): number {
  const share = 1 - threshold / eta;
  if (form === "additive") return (workers * o + w) / share;
  if (form === "overlap") return Math.max(workers * o, w / share);
  const shared = Math.max(workers * o, (o + w) / share);
  if (form !== "partial") return shared;
  // The longer of work and dispatch whole, of the shorter a share: work is the longer one, or else dispatch.
  const working = (w + apart * workers * o) / share;
  const sending = (workers * o + apart * w) / (1 - (apart * threshold) / eta);
  const longer = (threshold * working) / eta + w >= workers * o ? working : sending;
  return Math.max(longer, (o + w) / share);
}

/**
 * METG of a tool with independent computing tasks handed out one at a time, at a threshold of efficiency (0…1) on as many
 * cores as workers. Infinite (null, with the reason) when even long tasks do not reach the threshold.
 * Source: Slaughter et al., Task Bench, SC20; closed forms in the design of the model.
 */
export function metg(fit: Fit, threshold: number, workers: number): Metg {
  const eta = workers === 1 ? 1 : fit.parameters.efficiency ** Math.log2(workers);
  if (threshold >= eta)
    return {
      granularitySeconds: null,
      lengthSeconds: null,
      closedFormSeconds: null,
      reason: `efficiency stays at ${eta.toFixed(2)} however long the tasks`
    };
  const tasks = tasksAWorker * workers;
  const wall = (seconds: number) =>
    totalSeconds(
      runSeconds(fit, fit.form, fit.parameters, {
        tasks,
        seconds,
        cv: 0,
        kind: "cpu-releases-gil",
        workers,
        cores: workers,
        chunk: 1,
        payloadIn: 0,
        payloadOut: 0
      })
    );
  const efficient = (seconds: number) => (tasks * seconds) / (workers * wall(seconds)) >= threshold;
  let [low, high] = [1e-9, 1e5];
  if (efficient(low)) high = low;
  if (!efficient(high))
    return {
      granularitySeconds: null,
      lengthSeconds: null,
      closedFormSeconds: null,
      reason: "not reached by any task length"
    };
  while (high / low > 1 + 1e-9) {
    const middle = Math.sqrt(low * high);
    if (efficient(middle)) high = middle;
    else low = middle;
  }
  return {
    granularitySeconds: (wall(high) * workers) / tasks,
    lengthSeconds: high,
    closedFormSeconds: closedForm(fit, eta, threshold, workers),
    reason: null
  };
}
