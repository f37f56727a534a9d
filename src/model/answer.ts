import type {Form} from "./fit.ts";
import type {Workload} from "./workload.ts";

export const axes = ["tasks", "seconds", "cores", "payload", "runs_a_day"] as const;
/** What a reader can move. */
export type Axis = (typeof axes)[number];

export const weightAxes = ["effort_weight", "cost_weight"] as const;
/** Weights that a reader can move: they change what is recommended, never a time. */
export type WeightAxis = (typeof weightAxes)[number];

/**
 * Where a tool pays on an axis: from an edge to the axis's end, everywhere, or nowhere and why. `low` and `high` hold the
 * edge with 80 % probability; null: it may lie beyond the axis.
 */
export interface BreakEven {
  readonly state: "at" | "always" | "never";
  readonly pays: "above" | "below";
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
}

/** What each cause adds to the critical path, seconds; they sum to the prediction. */
export interface Parts {
  readonly start: number;
  readonly call: number;
  readonly dispatch: number;
  readonly compute: number;
  readonly data: number;
  readonly idle: number;
}

/** Inputs that lie outside what was measured. */
export type Extrapolated = "tasks" | "seconds" | "workers" | "payload" | "cores" | "cv";

/** Seconds with their 80 % band, and where they come from. */
export interface Prediction {
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  /** Spread of the log of the prediction; the band is ±1.2816 of it. */
  readonly logSd: number;
  readonly parts: Parts;
  readonly chunk: number | null;
  readonly workers: number;
  readonly extrapolated: readonly Extrapolated[];
}

export interface BestChunk {
  readonly chunk: number;
  readonly seconds: number;
  /** Seconds saved against the tool's own default, and against one task at a time. */
  readonly saved_against_default: number;
  readonly saved_against_one: number;
}

/** One tool's place in an answer. Property names are those of the command line's JSON. */
export interface Ranked {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly form: Form | null;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  /** What the ranking goes by, lower is better: the seconds, or with weights seconds, effort and cost together. */
  readonly score: number;
  /** Effort in lines and core-seconds of one run; null where it was not counted. */
  readonly effort_lines: number | null;
  readonly core_seconds: number;
  readonly probability_best: number;
  readonly tie: boolean;
  readonly chunk: number | null;
  readonly workers: number;
  readonly parts: Parts;
  readonly extrapolated: readonly Extrapolated[];
  readonly evidence: {
    readonly cells: number;
    readonly samples: number;
    readonly heldout_p90: number;
    readonly as_of: string;
  };
  readonly best_chunk?: BestChunk | null;
  readonly break_even?: Readonly<Record<Axis, BreakEven>>;
}

/** Where another tool takes over when one input moves. */
export interface Flip {
  readonly axis: Axis | WeightAxis;
  readonly at: number;
  readonly direction: "above" | "below";
  readonly to: string;
}

/** The answer to a reader's workload. `flips`, `best_chunk` and `break_even` are filled in by `explain`. */
export interface Answer {
  readonly version: 1;
  readonly workload: Workload;
  readonly machine: string;
  readonly serial: {readonly seconds: number};
  /** The plain loop among them; the fastest first. */
  readonly ranking: readonly Ranked[];
  /** One thread with better code, where the work has such a form: shown, not ranked. */
  readonly optimised: Ranked | null;
  readonly answer: string;
  readonly runner_up: {readonly tool: string; readonly why: string} | null;
  readonly flips: readonly Flip[];
  readonly excluded: readonly {readonly tool: string; readonly reason: string}[];
  /** Tools that were timed on other work, which no ranking of this one may hold, and why. */
  readonly not_compared: readonly {readonly tool: string; readonly reason: string}[];
}
