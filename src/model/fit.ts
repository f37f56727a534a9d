import type {PythonBuild, StartMethod} from "../schema/sample.ts";

export const forms = ["additive", "overlap", "shared-cores", "partial", "vectorised"] as const;
/**
 * How work and dispatch combine: one after the other, side by side, side by side on the same cores. `vectorised` is one
 * thread that does all tasks at once.
 */
export type Form = (typeof forms)[number];

/** The physical parameters of a tool as it is set up. What a form does not use is 0 (efficiency: 1). */
export interface Parameters {
  /** s: fixed cost of a warm call, seconds. */
  readonly call: number;
  /** o: serial cost of one chunk at the dispatcher, seconds. */
  readonly chunk: number;
  /** w: the worker's cost a chunk, seconds. */
  readonly workerChunk: number;
  /** q: the worker's cost an item, seconds. */
  readonly item: number;
  /** Moving payload to a task, and back, seconds a byte on the critical path. */
  readonly byteIn: number;
  readonly byteOut: number;
  /** Seconds for each argument or result that is too large to travel inside its message; only where a tool has such a limit. */
  readonly stored: number;
  /** η(2): efficiency of two workers on long computing tasks; for `vectorised` the gain a task, which may pass 1. */
  readonly efficiency: number;
  /** λ: share of the shorter of work and dispatch that is not hidden behind the longer; only of the form `partial`. */
  readonly apart: number;
  /** The tool looks for results only so often, seconds; 0 where it is told at once. */
  readonly poll: number;
}
export type ParameterName = keyof Parameters;

/** Start-up phases at a number of workers: medians, seconds. */
export interface Startup {
  readonly workers: number;
  readonly importSeconds: number;
  readonly startSeconds: number;
  readonly firstSeconds: number;
  readonly stopSeconds: number;
}

/** Lowest and highest value that was measured on an axis. */
export type Range = readonly [number, number];

/** What is known of one tool, variant, start method and Python build on one machine. */
export interface Fit {
  readonly machine: string;
  readonly tool: string;
  readonly variant: string;
  readonly startMethod: StartMethod;
  readonly pythonBuild: PythonBuild;
  readonly form: Form;
  readonly parameters: Parameters;
  /** 80 % bootstrap interval of each fitted parameter. */
  readonly intervals: Readonly<Partial<Record<ParameterName, Range>>>;
  /** The fitted parameters, in the order of the covariance of their logs. */
  readonly fitted: readonly ParameterName[];
  readonly logCovariance: readonly (readonly number[])[];
  /** Spread of the logs of measured over predicted, on cells that were left out and were mostly work. */
  readonly residualSd: number;
  /** What a run that is all overhead varies beyond that; none where left out. The variance goes by the share of overhead. */
  readonly overheadSd?: number;
  readonly startup: readonly Startup[];
  readonly idleBytesAWorker: number | null;
  /** Cores of the machine that was measured. */
  readonly cores: number;
  readonly ranges: {
    readonly tasks: Range;
    readonly seconds: Range;
    readonly workers: Range;
    readonly waitingWorkers: Range;
    readonly payload: Range;
    /** Variation of the task lengths that was measured, beside even ones; left out where none was. */
    readonly cv?: Range;
  };
  readonly evidence: {
    readonly cells: number;
    readonly samples: number;
    readonly heldoutMedian: number;
    readonly heldoutP90: number;
    readonly asOf: string;
  };
  /** Held-out error of every form tried: median of max(pred/meas, meas/pred). */
  readonly tried: readonly {readonly form: Form; readonly median: number; readonly p90: number}[];
}

/** tool:variant:start_method, as the harness and the charts name a series. */
export function fitKey({tool, variant, startMethod}: Pick<Fit, "tool" | "variant" | "startMethod">): string {
  return `${tool}:${variant}:${startMethod}`;
}
