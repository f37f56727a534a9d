import {isSerial, runsInCaller, usesThreads} from "../model/toolTraits.ts";

export const families = [
  "processes",
  "threads",
  "coroutines",
  "one thread",
  "distributed",
  "data frames",
  "orchestrators"
] as const;
export type Family = (typeof families)[number];

const engines = new Set(["pandas", "polars", "duckdb", "modin", "vaex"]);
const orchestrators = new Set(["airflow", "prefect", "luigi", "dagster", "metaflow"]);
const frameworks = new Set(["ray", "dask", "celery", "pyspark", "beam", "functions-framework"]);

/** What a tool works with on one computer, or which larger kind of tool it is. */
export function toolFamily({tool, variant}: {readonly tool: string; readonly variant: string}): Family {
  const named = {tool, variant, pythonBuild: "gil"} as const;
  if (engines.has(tool) || variant === "dataframe") return "data frames";
  if (orchestrators.has(tool)) return "orchestrators";
  if (frameworks.has(tool)) return "distributed";
  if (isSerial(named)) return "one thread";
  if (usesThreads(named)) return "threads";
  return runsInCaller(named) ? "coroutines" : "processes";
}
