import {group, median} from "d3";
import type {CurvePoint} from "../src/model/metgFromCurve.ts";
import {usableCores} from "../src/model/toolTraits.ts";
import type {Sample} from "../src/schema/sample.ts";

/** A tool's measured efficiency by task length, with so many dependencies a task. */
export interface EfficiencyCurve {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly dependencies: 0 | 3;
  readonly workers: number;
  readonly points: readonly CurvePoint[];
}

/** Dependencies of a task by the pattern of its cell. */
const dependenciesOf: Readonly<Record<string, 0 | 3>> = {independent: 0, stencil: 3};

/** Whole tasks on whole workers: so much of the workers' time can be used at best, five tasks on two workers 5/6 of it. */
const best = (tasks: number, workers: number) => tasks / (workers * Math.ceil(tasks / workers));

/**
 * Measured efficiency of two workers on pure-Python tasks of each length, with the tool's own chunks, against what whole
 * tasks allow: plain loop over wall time and workers. The loop is the serial tool's own samples of the same run.
 */
export function efficiencyCurves(samples: readonly Sample[], workers = 2): readonly EfficiencyCurve[] {
  const usable = samples.filter(
    ({outcome, experiment, run_seconds: run, task_seconds: seconds}) =>
      outcome === "ok" && experiment === "granularity" && run !== null && run > 0 && seconds !== null && seconds > 0
  );
  const workOf = (s: Sample) => `${s.run_id}|${s.workload}|${s.task_seconds}`;
  const loops = new Map(
    [
      ...group(
        usable.filter(({tool}) => tool === "serial"),
        workOf
      )
    ].map(([key, some]) => [key, median(some, (s) => s.run_seconds! / s.task_count)!])
  );
  const parallel = usable.filter(
    (s) =>
      !s.tool.startsWith("serial") &&
      s.workers === workers &&
      s.chunk_size === null &&
      s.kind === "cpu-gil" &&
      s.pattern in dependenciesOf
  );
  const curves = group(parallel, (s) => `${s.tool}:${s.variant}:${s.start_method}:${s.pattern}`);
  return [...curves.values()].map((some): EfficiencyCurve => {
    const {tool, variant, start_method, pattern} = some[0]!;
    const dependencies = dependenciesOf[pattern]!;
    // Where the GIL lets one thread compute at a time, no worker waits for the last task of another.
    const pythonBuild = some[0]!.python_build ?? "gil";
    const shared = dependencies === 0 && usableCores({tool, variant, pythonBuild}, "cpu-gil", workers) > 1;
    const points = [...group(some, (s) => s.task_seconds!)].map(([seconds, those]) => ({
      seconds,
      efficiency: median(those, (s) => {
        const loop = loops.get(workOf(s)) ?? s.task_seconds_serial ?? seconds;
        return (s.task_count * loop) / s.run_seconds! / workers / (shared ? best(s.task_count, workers) : 1);
      })!
    }));
    return {
      tool,
      variant,
      start_method,
      dependencies,
      workers,
      points: points.toSorted((a, b) => a.seconds - b.seconds)
    };
  });
}
