import {group, median} from "d3";
import type {Sample} from "../schema/sample.ts";
import type {WorkImport} from "../schema/workImport.ts";

/** What a run as a whole tells of each of its samples. */
export interface RunContext {
  /** What one task took in the plain loop, seconds: the median over the run's measurements of this very work. */
  readonly serialSeconds: (sample: Sample) => number;
  /** What the task's own modules take to import in a fresh worker of this tool, seconds; 0 where it was not measured. */
  readonly importSeconds: (sample: Sample) => number;
  /** The probes before and after found the machine as free as it usually was in the run. */
  readonly isQuiet: (sample: Sample) => boolean;
}

/** Below this share of the run's usual capacity a sample counts as disturbed. */
const quietShare = 0.93;

/** Tasks whose plain loop takes the same: the length of a list does not change what an item takes. */
const workOf = (s: Sample) =>
  [s.python_build, s.workload, s.task_seconds, s.task_cv, s.distribution, s.payload_in_bytes, s.payload_out_bytes].join(
    "|"
  );

/**
 * Reads the context from all samples of a run. A single measurement of the plain loop differs from the next by some
 * hundredths, and every prediction of computing work rests on it: the median of all of them does so less.
 */
export function runContext(samples: readonly Sample[], imports: readonly WorkImport[]): RunContext {
  const measured = samples.filter((s) => s.task_seconds_serial !== null);
  const serial = new Map(
    [...group(measured, workOf)].map(([work, some]) => [work, median(some, (s) => s.task_seconds_serial!)!])
  );
  const importing = new Map(imports.map(({tool, workload, seconds}) => [`${tool}|${workload}`, seconds]));
  const capacity = (s: Sample) =>
    s.capacity_before === null || s.capacity_after === null ? null : Math.min(s.capacity_before, s.capacity_after);
  const usual = median(samples, (s) => capacity(s) ?? undefined) ?? 0;
  return {
    // Work without a measured serial time takes its nominal one.
    serialSeconds: (s) => serial.get(workOf(s)) ?? s.task_seconds ?? 0,
    importSeconds: (s) => importing.get(`${s.tool}|${s.workload}`) ?? 0,
    isQuiet: (s) => (capacity(s) ?? usual) >= quietShare * usual
  };
}
