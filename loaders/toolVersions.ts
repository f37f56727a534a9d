import type {RunHead} from "./readRuns.ts";

/** The version of a tool that was measured. */
export interface ToolVersion {
  readonly tool: string;
  readonly version: string;
}

/** Distributions whose names are not their tool's slug. */
const distributions: Readonly<Record<string, string>> = {
  airflow: "apache-airflow",
  beam: "apache-beam",
  "dask-local": "dask"
};

/** The version of each tool's own distribution in the environments of the runs; parts of Python itself have none. */
export function toolVersions(runs: readonly RunHead[]): readonly ToolVersion[] {
  const found = runs.flatMap(({environment}) =>
    Object.entries(environment.tools).flatMap(([tool, list]) => {
      const version = (list as Readonly<Record<string, unknown>>)[distributions[tool] ?? tool];
      return version === undefined ? [] : [[tool, String(version)] as const];
    })
  );
  return [...new Map(found)].map(([tool, version]) => ({tool, version})).toSorted((a, b) => (a.tool < b.tool ? -1 : 1));
}
