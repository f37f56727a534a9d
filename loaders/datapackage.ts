import {cloudTables} from "../src/schema/cloud.ts";
import {factTables} from "../src/schema/facts.ts";
import {matrixTable, timeoutTable} from "../src/schema/matrix.ts";
import {measureTable} from "../src/schema/measure.ts";
import {sampleTable} from "../src/schema/sample.ts";
import {tableResource} from "./tableResource.ts";

/**
 * The Frictionless description of the data files, made from the tables. `data/datapackage.json` is this; `npm run describe`
 * writes it and a test compares.
 */
export function datapackage(runFolders: readonly string[]) {
  const runFiles = (name: string) => runFolders.map((folder) => `runs/${folder}/${name}`);
  return {
    name: "when-parallel-pays",
    title: "When Parallel Pays: measurements and facts",
    licenses: [{name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/"}],
    resources: [
      tableResource(sampleTable, runFiles("samples.csv")),
      tableResource(measureTable, runFiles("measures.csv")),
      tableResource(matrixTable, "matrix.csv"),
      tableResource(timeoutTable, "timeouts.csv"),
      ...factTables.map((table) => tableResource(table, `${table.name}.csv`)),
      ...cloudTables.map((table) => tableResource({...table, name: `cloud_${table.name}`}, `cloud_${table.name}.csv`))
    ]
  };
}
