import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {literal} from "../src/queries/query.ts";

/** Creates a table of rows by way of a JSON file in `folder`; `row` says what one is. Without `types` they are read off the rows. */
export async function createFromRows(
  db: DuckDBConnection,
  name: string,
  row: string,
  rows: readonly object[],
  folder: string,
  types?: Readonly<Record<string, string>>
): Promise<void> {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(rows));
  const columns = Object.entries(types ?? {}).map(([column, type]) => `${literal(column)}: ${literal(type)}`);
  // Columns are read off the rows, unless there may be none.
  const shape = types ? `columns = {${columns.join(", ")}}` : "sample_size = -1";
  await db.run(`CREATE TABLE ${name} AS SELECT * FROM read_json(${literal(file)}, format = 'array', ${shape})`);
  await db.run(`COMMENT ON TABLE ${name} IS ${literal(row)}`);
}
