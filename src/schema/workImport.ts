import type {Table} from "./column.ts";

/** What a task's own modules take to import in a process that holds what a tool's worker holds already. */
export interface WorkImport {
  readonly machine: string;
  readonly tool: string;
  readonly workload: string;
  readonly python_version: string;
  readonly measured_utc: string;
  readonly samples: number;
  readonly seconds: number;
  readonly seconds_low: number;
  readonly seconds_high: number;
}

const seconds = (name: string, description: string) =>
  ({name, type: "number", unit: "s", minimum: 0, required: true, description}) as const;

/** The columns of `data/work_imports.csv`. */
export const workImportTable: Table = {
  name: "work_imports",
  row: "one tool's worker and one kind of work: importing the work's modules",
  columns: [
    {name: "machine", type: "string", required: true, description: "on which machine"},
    {name: "tool", type: "string", required: true, description: "slug of the tool whose worker imports"},
    {name: "workload", type: "string", required: true, description: "a module of bench/workloads"},
    {name: "python_version", type: "string", required: true, description: "as found at run time"},
    {name: "measured_utc", type: "datetime", required: true, description: "when"},
    {name: "samples", type: "integer", required: true, minimum: 1, description: "fresh processes"},
    seconds("seconds", "CPU time of the import, median"),
    seconds("seconds_low", "least"),
    seconds("seconds_high", "most")
  ]
};
