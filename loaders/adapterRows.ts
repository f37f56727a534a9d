import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {RunHead} from "./readRuns.ts";

/** What it takes to run the same task with a tool: code, distributions, services. */
export interface AdapterRow {
  readonly tool: string;
  readonly file: string;
  /** Lines that hold code: no blanks, comments, docstrings, and not the example at the end. */
  readonly lines: number;
  /** Distributions in the tool's environment beside the timed work's own; null where the tool was not measured. */
  readonly distributions: number | null;
  readonly services: string;
}

const services: Readonly<Record<string, string>> = {
  celery: "Redis; a worker process",
  pyspark: "Java",
  airflow: "scheduler, DAG processor, API server; a database",
  prefect: "its server",
  modin: "Ray"
};

/** What the harness's own work brings into every environment, and the installers. */
const common = new Set(["numpy", "pillow", "openpyxl", "et_xmlfile", "et-xmlfile", "pip", "setuptools", "wheel"]);

function codeLines(text: string): number {
  const body = text.replace(/^if __name__ == "__main__":[\s\S]*$/m, "").replace(/"""[\s\S]*?"""/g, "");
  return body.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("#")).length;
}

/** One row an adapter of bench/adapters, read as text; the distributions from the runs' own lists. */
export function adapterRows(runs: readonly RunHead[], folder = "bench/adapters"): readonly AdapterRow[] {
  const installed = new Map(
    runs.flatMap(({environment}) =>
      Object.entries(environment.tools).map(
        ([tool, list]) => [tool, Object.keys(list).filter((name) => !common.has(name.toLowerCase())).length] as const
      )
    )
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith("_adapter.py"))
    .toSorted()
    .map((name): AdapterRow => {
      const tool = name.replace(/(_table)?_adapter\.py$/, "").replaceAll("_", "-");
      return {
        tool,
        file: name,
        lines: codeLines(readFileSync(join(folder, name), "utf8")),
        distributions: installed.get(tool) ?? null,
        services: services[tool] ?? "none"
      };
    });
}
