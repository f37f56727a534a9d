import {group, median} from "d3";
import type {Sample} from "../schema/sample.ts";
import type {RunContext} from "./runContext.ts";
import {importsAnew} from "./toolTraits.ts";

/** What a fit sees of a cell: its settings and the warm run of each sample, seconds. */
export interface FitCell {
  readonly sample: Sample;
  /** What one task took in a plain loop, seconds. */
  readonly serialSeconds: number;
  /** What each worker has to import before its first task, seconds. */
  readonly importSeconds: number;
  /** The runs on a quiet machine, or all where there was none. */
  readonly runs: readonly number[];
  readonly median: number;
  /** Every run, quiet or not. */
  readonly allRuns: readonly number[];
  readonly quiet: boolean;
}

/** Experiments whose warm runs follow the model of independent tasks; one at a time is latency, which is shown, not fitted. */
const fitted = new Set(["dispatch", "granularity", "chunking", "payload", "waiting", "scaling"]);
const fittedWork = new Set(["bytes", "noop", "busy", "hash", "sleep"]);

const keyOf = (s: Sample) =>
  [
    s.experiment,
    s.workload,
    s.pattern,
    s.task_count,
    s.task_seconds,
    s.task_cv,
    s.distribution,
    s.chunk_size,
    s.payload_in_bytes,
    s.payload_out_bytes,
    s.workers
  ].join("|");

/** Warm runs of independent tasks that ended well, with no longer way than the machine's own. */
const isUsable = (s: Sample) =>
  s.outcome === "ok" &&
  s.run_seconds !== null &&
  s.run_seconds > 0 &&
  s.pattern === "independent" &&
  (s.rtt_seconds ?? 0) === 0;

const isFitted = (s: Sample) =>
  // Uneven tasks are another question: they are foreseen, not fitted.
  (s.task_cv ?? 0) === 0 &&
  fitted.has(s.experiment) &&
  fittedWork.has(s.workload) &&
  // Array operations on empty tasks are other work than those on the busy ones.
  !(s.tool === "serial-optimised" && s.workload === "noop");

/** Work that no fit has seen: real tasks, and tasks of uneven length. */
const isForeseen = (s: Sample) => s.experiment === "validation" || s.experiment === "skew";

function cellsOf(samples: readonly Sample[], context: RunContext): readonly FitCell[] {
  const cells = [...group(samples, keyOf)].map(([, some]): FitCell => {
    const quiet = some.filter(context.isQuiet);
    const runs = (quiet.length > 0 ? quiet : some).map((s) => s.run_seconds!);
    const [sample] = some as [Sample, ...Sample[]];
    return {
      sample,
      serialSeconds: context.serialSeconds(sample),
      importSeconds: importsAnew({
        tool: sample.tool,
        variant: sample.variant,
        startMethod: sample.start_method,
        pythonBuild: sample.python_build ?? "gil"
      })
        ? context.importSeconds(sample)
        : 0,
      runs,
      median: median(runs)!,
      allRuns: some.map((s) => s.run_seconds!),
      quiet: quiet.length > 0
    };
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

/**
 * The cells of one tool, variant, start method and Python build that the model is fitted to: those that ended well, in the
 * order of their settings. Arrays and shared memory move by other ways than bytes and are left out.
 */
export const fitCells = (samples: readonly Sample[], context: RunContext): readonly FitCell[] =>
  cellsOf(
    samples.filter((s) => isUsable(s) && isFitted(s)),
    context
  );

/** The cells of the same samples that no fit may see, to hold predictions against. */
export const foreseenCells = (samples: readonly Sample[], context: RunContext): readonly FitCell[] =>
  cellsOf(
    samples.filter((s) => isUsable(s) && isForeseen(s)),
    context
  );
