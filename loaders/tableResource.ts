import type {Column, Table} from "../src/schema/column.ts";

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

/** A CSV file, or several of one shape, as a Frictionless resource: every column with its type, unit and limits. */
export const tableResource = ({name, row, columns}: Table, path: string | readonly string[]) => ({
  name,
  path,
  description: row,
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  schema: {fields: columns.map(field), missingValues: [""]}
});
