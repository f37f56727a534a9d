import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {literal} from "../src/queries/query.ts";

/** A table of the database that no file holds: its name, what one row is, and the rows. */
export interface RowsTable {
  readonly name: string;
  readonly row: string;
  readonly rows: readonly object[];
  /** SQL types by column, where there may be no row to read them off. */
  readonly types?: Readonly<Record<string, string>>;
}

/** Creates a table of rows by way of a JSON file in `folder`. */
export async function createFromRows(
  db: DuckDBConnection,
  {name, row, rows, types}: RowsTable,
  folder: string
): Promise<void> {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(rows));
  const columns = Object.entries(types ?? {}).map(([column, type]) => `${literal(column)}: ${literal(type)}`);
  const shape = types ? `columns = {${columns.join(", ")}}` : "sample_size = -1";
  await db.run(`CREATE TABLE ${name} AS SELECT * FROM read_json(${literal(file)}, format = 'array', ${shape})`);
  await db.run(`COMMENT ON TABLE ${name} IS ${literal(row)}`);
}
