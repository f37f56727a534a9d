import type {Table} from "./column.ts";

/** Names of the quantities that only some experiments have. A closed list: a new one is added here first. */
export const measureNames = [
  "submit",
  "transfer",
  "collect",
  "assignment",
  "execution",
  "transition",
  "lost",
  "doubled",
  "delayed",
  "idle_bytes_a_worker",
  "input_bytes"
] as const;

/** `measures.csv`: one quantity of one sample. */
export interface Measure {
  readonly run_id: string;
  readonly sample_id: string;
  readonly name: (typeof measureNames)[number];
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
