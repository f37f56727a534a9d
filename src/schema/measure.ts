import type {Table} from "./column.ts";

/** Quantities that only some experiments have, each with its unit. A closed list: a new one is added here first. */
export const measureUnits = {
  submit: "s",
  transfer: "s",
  collect: "s",
  /** Orchestrators, by their own records: from ready to running, running, from one task's end to the next one's start. */
  assignment: "s",
  execution: "s",
  transition: "s",
  /** A worker killed half-way: tasks whose result never came, tasks begun more than once, seconds lost, the same run unharmed. */
  lost: "count",
  doubled: "count",
  delayed: "s",
  undisturbed: "s",
  /** The first run of a table query in a fresh process. */
  cold: "s",
  /** What the delaying proxy really added to a round trip. */
  round_trip: "s",
  idle_bytes_a_worker: "byte",
  input_bytes: "byte"
} as const;
export type MeasureName = keyof typeof measureUnits;
export const measureNames = Object.keys(measureUnits) as readonly MeasureName[];

/** `measures.csv`: one quantity of one sample. */
export interface Measure {
  readonly run_id: string;
  readonly sample_id: string;
  readonly name: MeasureName;
  readonly value: number;
  readonly unit: string;
}

export const measureTable: Table = {
  name: "measures",
  row: "one quantity of one sample that only some experiments have",
  columns: [
    {name: "run_id", type: "string", required: true, description: "which session of the harness"},
    {name: "sample_id", type: "string", required: true, description: "which sample"},
    {name: "name", type: "string", required: true, values: measureNames, description: "what was measured"},
    {name: "value", type: "number", required: true, description: "how much"},
    {name: "unit", type: "string", required: true, values: ["s", "byte", "count"], description: "of what"}
  ]
};
