import {cloudTables} from "../src/schema/cloud.ts";
import {publishedFiguresTable} from "../src/schema/facts.ts";
import {sampleTable} from "../src/schema/sample.ts";
import {tableResource} from "./tableResource.ts";

const cloud = cloudTables
  .filter(({name}) => name === "prices" || name === "limits")
  .map((table) => tableResource({...table, name: `cloud_${table.name}`}, `cloud_${table.name}.csv`));

/** What lies beside it in the built site, under addresses that stay: paths are relative to `/data/datapackage.json`. */
export const sitePackage = {
  name: "when-parallel-pays-site",
  title: "When Parallel Pays: measurements and what is computed from them",
  licenses: [{name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/"}],
  resources: [
    tableResource(sampleTable, "samples.csv"),
    tableResource(publishedFiguresTable, "published_figures.csv"),
    ...cloud,
    {name: "tools", path: "tools.csv", description: "one tool, from its description", format: "csv"},
    {
      name: "validation",
      path: "validation.csv",
      description: "error of predictions on real work that took no part in any fit",
      format: "csv"
    },
    {name: "fits", path: "fits.json", description: "the fitted model of each tool on each machine", format: "json"},
    {name: "benchmarks", path: "benchmarks.duckdb", description: "all of it, every column commented", format: "duckdb"}
  ]
};
