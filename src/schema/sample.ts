import type {Column, Table} from "./column.ts";

export const experiments = [
  "startup",
  "dispatch",
  "granularity",
  "payload",
  "waiting",
  "scaling",
  "chunking",
  "skew",
  "table",
  "workflow",
  "memory",
  "fault",
  "business",
  "validation"
] as const;
export type Experiment = (typeof experiments)[number];

export const kinds = ["cpu-gil", "cpu-releases-gil", "waiting"] as const;
/** What a task does with the interpreter: computes holding the GIL, computes without it, or waits. */
export type Kind = (typeof kinds)[number];

export const patterns = ["independent", "sequential", "stencil", "chain", "fan_out"] as const;
export type Pattern = (typeof patterns)[number];

export const distributions = ["constant", "lognormal", "pareto"] as const;
export type Distribution = (typeof distributions)[number];

export const startMethods = ["fork", "spawn", "forkserver", "none"] as const;
export type StartMethod = (typeof startMethods)[number];

export const outcomes = ["ok", "timeout", "oom", "error", "unsupported", "wrong_answer"] as const;
export type Outcome = (typeof outcomes)[number];

export const pythonBuilds = ["gil", "free-threaded"] as const;
export type PythonBuild = (typeof pythonBuilds)[number];

/** One sample: one fresh process that ran one cell once. Property names are the columns of samples.csv. */
export interface Sample {
  readonly run_id: string;
  readonly sample_id: string;
  readonly order_index: number;
  readonly started_utc: string;
  readonly experiment: Experiment;
  readonly tool: string;
  readonly variant: string;
  readonly tool_version: string | null;
  readonly python_version: string | null;
  readonly python_build: PythonBuild | null;
  readonly start_method: StartMethod;
  readonly workload: string;
  readonly kind: Kind;
  readonly pattern: Pattern;
  readonly task_count: number;
  readonly task_seconds: number | null;
  readonly task_cv: number | null;
  readonly distribution: Distribution | null;
  readonly data_bytes: number | null;
  readonly task_seconds_serial: number | null;
  readonly chunk_size: number | null;
  readonly payload_in_bytes: number | null;
  readonly payload_out_bytes: number | null;
  readonly workers: number;
  readonly rtt_seconds: number | null;
  readonly import_seconds: number | null;
  readonly start_seconds: number | null;
  readonly first_seconds: number | null;
  readonly run_seconds: number | null;
  readonly stop_seconds: number | null;
  readonly cpu_seconds: number | null;
  readonly peak_rss_bytes: number | null;
  readonly outcome: Outcome;
  readonly detail: string | null;
  readonly checksum: string | null;
  readonly capacity_before: number | null;
  readonly capacity_after: number | null;
  readonly foreign_cpu_seconds: number | null;
  readonly baseline_seconds: number | null;
}

const seconds = (name: string, description: string): Column => ({
  name,
  type: "number",
  unit: "s",
  minimum: 0,
  description
});
const bytes = (name: string, description: string): Column => ({
  name,
  type: "integer",
  unit: "byte",
  minimum: 0,
  description
});

/** The columns of `samples.csv`, in file order. Slugs are lower-case letters, digits and hyphens. */
export const sampleTable: Table = {
  name: "samples",
  row: "one sample: one fresh process that ran one cell once",
  columns: [
    {name: "run_id", type: "string", required: true, description: "which session of the harness"},
    {name: "sample_id", type: "string", required: true, description: "which sample; unique within the run"},
    {name: "order_index", type: "integer", required: true, minimum: 0, description: "its place in the random order"},
    {name: "started_utc", type: "datetime", required: true, description: "when its process began"},
    {name: "experiment", type: "string", required: true, values: experiments, description: "which question it answers"},
    {name: "tool", type: "string", required: true, description: "slug of data/tools"},
    {
      name: "variant",
      type: "string",
      required: true,
      description: "setting measured, `default` where there is one only"
    },
    {name: "tool_version", type: "string", description: "as found at run time"},
    {name: "python_version", type: "string", description: "as found at run time"},
    {name: "python_build", type: "string", values: pythonBuilds, description: "with or without the GIL"},
    {
      name: "start_method",
      type: "string",
      required: true,
      values: startMethods,
      description: "how worker processes begin"
    },
    {name: "workload", type: "string", required: true, description: "what a task does: a module of bench/workloads"},
    {name: "kind", type: "string", required: true, values: kinds, description: "what a task does with the interpreter"},
    {
      name: "pattern",
      type: "string",
      required: true,
      values: patterns,
      description: "how tasks depend on each other; sequential is one at a time"
    },
    {name: "task_count", type: "integer", required: true, minimum: 1, description: "tasks of the timed run"},
    seconds("task_seconds", "nominal length of a task"),
    {name: "task_cv", type: "number", minimum: 0, description: "coefficient of variation of the task lengths"},
    {
      name: "distribution",
      type: "string",
      values: distributions,
      description: "shape of the task lengths"
    },
    bytes("data_bytes", "size of the data set, for table"),
    seconds("task_seconds_serial", "what one task took in the plain loop of the same session (median)"),
    {
      name: "chunk_size",
      type: "integer",
      minimum: 1,
      unit: "task",
      description: "tasks a chunk; empty is the tool's own default"
    },
    bytes("payload_in_bytes", "bytes sent to each task"),
    bytes("payload_out_bytes", "bytes each task returns"),
    {name: "workers", type: "integer", required: true, minimum: 1, maximum: 4096, description: "workers asked for"},
    seconds("rtt_seconds", "round-trip time added to the network; 0 where none"),
    seconds("import_seconds", "import the tool"),
    seconds("start_seconds", "make the pool or cluster"),
    seconds("first_seconds", "until every worker has answered once"),
    seconds("run_seconds", "the warm timed run"),
    seconds("stop_seconds", "tear down"),
    {name: "cpu_seconds", type: "number", unit: "s", minimum: 0, description: "CPU of the whole process tree"},
    bytes("peak_rss_bytes", "largest resident memory of the whole process tree at one moment"),
    {
      name: "outcome",
      type: "string",
      required: true,
      values: outcomes,
      description: "how it ended; failures are rows too"
    },
    {name: "detail", type: "string", description: "one line: why, where the outcome is not ok"},
    {name: "checksum", type: "string", description: "of the results; equal for every tool of a cell"},
    {
      name: "capacity_before",
      type: "number",
      minimum: 0,
      unit: "core",
      description: "cores that probe processes really got just before"
    },
    {
      name: "capacity_after",
      type: "number",
      minimum: 0,
      unit: "core",
      description: "cores that probe processes really got just after"
    },
    {
      name: "foreign_cpu_seconds",
      type: "number",
      minimum: 0,
      unit: "s",
      description: "CPU other processes used meanwhile"
    },
    seconds("baseline_seconds", "the pinned serial baseline nearest in the order")
  ]
};
