import type {Table} from "./column.ts";
import {distributions, experiments, patterns} from "./sample.ts";

export const profiles = ["smoke", "quick", "standard", "full", "calibrate"] as const;
export type Profile = (typeof profiles)[number];

/** Stretches of the plan that are measured in one go, each a run of its own. */
export const parts = ["pools", "distributed", "queues", "tables", "workflows", "business"] as const;
export type Part = (typeof parts)[number];

/** One row of the plan: the product of its lists is a set of cells. Lists are separated by blanks. */
export interface MatrixRow {
  readonly profile: string;
  readonly part: string;
  readonly experiment: (typeof experiments)[number];
  readonly tools: string;
  readonly workload: string;
  readonly pattern: (typeof patterns)[number];
  readonly task_count: string;
  readonly task_seconds: string | null;
  readonly chunk_size: string | null;
  readonly payload_in_bytes: string | null;
  readonly payload_out_bytes: string | null;
  readonly workers: string;
  readonly data_bytes: string | null;
  readonly rtt_seconds: string | null;
  readonly task_cv: string | null;
  readonly distribution: (typeof distributions)[number] | null;
}

/** `data/matrix.csv`: what the harness is to run. */
export const matrixTable: Table = {
  name: "matrix",
  row: "a set of cells: the product of the lists in the row (blanks between the items of a list)",
  columns: [
    {name: "profile", type: "string", required: true, description: "profiles that run it, blanks between"},
    {name: "part", type: "string", required: true, description: "parts of a run that hold it, blanks between"},
    {name: "experiment", type: "string", required: true, values: experiments, description: "which question it answers"},
    {
      name: "tools",
      type: "string",
      required: true,
      description: "tool:variant:start_method, or @group of bench/tools.ts, blanks between"
    },
    {name: "workload", type: "string", required: true, description: "a module of bench/workloads"},
    {name: "pattern", type: "string", required: true, values: patterns, description: "how tasks depend on each other"},
    {
      name: "task_count",
      type: "string",
      required: true,
      description: "counts, or total=SECONDS[<=MOST] (work in all), or Nxworkers"
    },
    {
      name: "task_seconds",
      type: "string",
      unit: "s",
      description: "task lengths; empty for tasks without a set length"
    },
    {name: "chunk_size", type: "string", description: "chunk sizes; `default` or empty is the tool's own"},
    {name: "payload_in_bytes", type: "string", unit: "byte", description: "sizes sent to each task"},
    {name: "payload_out_bytes", type: "string", unit: "byte", description: "sizes each task returns"},
    {name: "workers", type: "string", required: true, description: "workers asked for"},
    {name: "data_bytes", type: "string", unit: "byte", description: "sizes of the data set, for table"},
    {
      name: "rtt_seconds",
      type: "string",
      unit: "s",
      description: "round-trip times added to the network; empty is none"
    },
    {name: "task_cv", type: "string", description: "coefficients of variation of the task lengths; empty is none"},
    {name: "distribution", type: "string", values: distributions, description: "shape of the task lengths"}
  ]
};

/** One row of `data/timeouts.csv`: how long a sample may take before its process tree is ended. */
export interface TimeoutRow {
  readonly tool: string;
  readonly experiment: string;
  readonly timeout_seconds: number;
}

/** `data/timeouts.csv`: the first row that fits counts; `*` fits all. */
export const timeoutTable: Table = {
  name: "timeouts",
  row: "how long a sample may take",
  columns: [
    {name: "tool", type: "string", required: true, description: "slug, or `*`"},
    {name: "experiment", type: "string", required: true, description: "experiment, or `*`"},
    {
      name: "timeout_seconds",
      type: "number",
      unit: "s",
      minimum: 0.1,
      required: true,
      description: "then the whole process tree is ended"
    }
  ]
};
