import type {Column, Table} from "../src/schema/column.ts";
import {cloudTables} from "../src/schema/cloud.ts";
import {factTables} from "../src/schema/facts.ts";
import {matrixTable, timeoutTable} from "../src/schema/matrix.ts";
import {measureTable} from "../src/schema/measure.ts";
import {sampleTable} from "../src/schema/sample.ts";

const fieldTypes: Readonly<Record<Column["type"], string>> = {
  string: "string",
  integer: "integer",
  number: "number",
  datetime: "datetime",
  boolean: "boolean"
};

function field({name, type, description, unit, required, values, minimum, maximum}: Column) {
  const constraints = {
    ...(required ? {required} : {}),
    ...(values ? {enum: values} : {}),
    ...(minimum === undefined ? {} : {minimum}),
    ...(maximum === undefined ? {} : {maximum})
  };
  return {
    name,
    type: fieldTypes[type],
    description,
    ...(unit ? {unit} : {}),
    ...(Object.keys(constraints).length > 0 ? {constraints} : {})
  };
}

const resource = ({name, row, columns}: Table, path: string | readonly string[]) => ({
  name,
  path,
  description: row,
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  schema: {fields: columns.map(field), missingValues: [""]}
});

/** The Frictionless description of the data files, made from the tables; `data/datapackage.json` is this, and a test compares. */
export function datapackage(runFolders: readonly string[]) {
  const runFiles = (name: string) => runFolders.map((folder) => `runs/${folder}/${name}`);
  return {
    name: "when-parallel-pays",
    title: "When Parallel Pays: measurements and facts",
    licenses: [{name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/"}],
    resources: [
      resource(sampleTable, runFiles("samples.csv")),
      resource(measureTable, runFiles("measures.csv")),
      resource(matrixTable, "matrix.csv"),
      resource(timeoutTable, "timeouts.csv"),
      ...factTables.map((table) => resource(table, `${table.name}.csv`)),
      ...cloudTables.map((table) => resource({...table, name: `cloud_${table.name}`}, `cloud_${table.name}.csv`))
    ]
  };
}
