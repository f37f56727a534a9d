import {group, median} from "d3";
import type {Sample} from "../schema/sample.ts";

/** What a fit sees of a cell: its settings and the warm run of each sample, seconds. */
export interface FitCell {
  readonly sample: Sample;
  /** What one task took in a plain loop, seconds. */
  readonly serialSeconds: number;
  readonly runs: readonly number[];
  readonly median: number;
}

/** Experiments whose warm runs follow the model of independent tasks; one at a time is latency, which is shown, not fitted. */
const fitted = new Set(["dispatch", "granularity", "chunking", "payload", "waiting", "scaling"]);
const payloadWork = new Set(["bytes", "noop", "busy", "hash", "sleep"]);

const keyOf = (s: Sample) =>
  [
    s.experiment,
    s.workload,
    s.pattern,
    s.task_count,
    s.task_seconds,
    s.chunk_size,
    s.payload_in_bytes,
    s.payload_out_bytes,
    s.workers
  ].join("|");

/**
 * The cells of one tool, variant, start method and Python build that the model is fitted to: those that ended well, in the
 * order of their settings. Arrays and shared memory move by other ways than bytes and are left out.
 */
export function fitCells(samples: readonly Sample[]): readonly FitCell[] {
  const usable = samples.filter(
    (s) =>
      s.outcome === "ok" &&
      s.run_seconds !== null &&
      s.run_seconds > 0 &&
      s.pattern === "independent" &&
      // Uneven tasks and a longer way are other questions.
      (s.task_cv ?? 0) === 0 &&
      (s.rtt_seconds ?? 0) === 0 &&
      fitted.has(s.experiment) &&
      payloadWork.has(s.workload) &&
      // Array operations on empty tasks are other work than those on the busy ones.
      !(s.tool === "serial-optimised" && s.workload === "noop")
  );
  const cells = [...group(usable, keyOf)].map(([, some]): FitCell => {
    const runs = some.map((s) => s.run_seconds!);
    // Empty tasks take what the loop takes for them; work without a measured serial time takes its nominal one.
    const serial = median(some, (s) => s.task_seconds_serial ?? s.task_seconds ?? 0) ?? 0;
    return {sample: some[0]!, serialSeconds: serial, runs, median: median(runs)!};
  });
  const order = (a: FitCell, b: FitCell) =>
    a.sample.experiment.localeCompare(b.sample.experiment) ||
    a.sample.workload.localeCompare(b.sample.workload) ||
    a.serialSeconds * a.sample.task_count - b.serialSeconds * b.sample.task_count ||
    a.sample.task_count - b.sample.task_count ||
    a.sample.workers - b.sample.workers ||
    keyOf(a.sample).localeCompare(keyOf(b.sample));
  return cells.toSorted(order);
}
