import {open} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import {group} from "d3";
import {csvParseRows} from "d3-dsv";
import type {Column, Table} from "../src/schema/column.ts";
import {identifier, literal} from "../src/queries/query.ts";
import {plainCell} from "./plainCell.ts";
import {queryRows} from "./queryRows.ts";
import {readCsv} from "./readCsv.ts";

const sqlTypes: Readonly<Record<Column["type"], string>> = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  datetime: "TIMESTAMP",
  boolean: "BOOLEAN"
};

/** The first line of a CSV file as it stands there; a header is far shorter than what is read. */
async function headerOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer
      .toString("utf8", 0, bytesRead)
      .split("\n", 1)[0]!
      .replace(/^\uFEFF|\r$/g, "");
  } finally {
    await file.close();
  }
}

const readText = (header: readonly string[], files: readonly string[]) => {
  const columns = header.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
  return `read_csv([${files.map(literal).join(", ")}], header = true, nullstr = '', quote = '"', escape = '"', auto_detect = false, delim = ',', filename = 'file of row', columns = {${columns}})`;
};

/** The files among these, alike in their header, that hold a cell which is not plainly allowed. */
async function doubtful(db: DuckDBConnection, table: Table, header: readonly string[], files: readonly string[]) {
  const known = new Map(table.columns.map((column) => [column.name, column]));
  const complete = table.columns.every(({name, required}) => !required || header.includes(name));
  if (!complete || !header.every((name) => known.has(name)) || new Set(header).size < header.length) return files;
  const plain = header.map((name) => plainCell(known.get(name)!)).join(" AND ");
  const sql = `SELECT DISTINCT "file of row" AS file FROM ${readText(header, files)} WHERE NOT (${plain})`;
  const rows = await queryRows<{file: string}>(db, sql).catch(() => files.map((file) => ({file})));
  return rows.map(({file}) => file);
}

/**
 * Creates a table of the rows of CSV files, each commented. The engine looks at every cell; a file in which it finds one
 * that is not plainly allowed is read once more by `readCsv`, which throws with file, line, column, value and what is allowed.
 */
export async function createFromCsv(db: DuckDBConnection, table: Table, files: readonly string[]): Promise<void> {
  const headers = await Promise.all(files.map(headerOf));
  const parts = [...group(files.keys(), (place) => headers[place]!)].map(
    ([text, places]) => [csvParseRows(text)[0] ?? [], places.map((place) => files[place]!)] as const
  );
  for (const [header, some] of parts)
    for (const file of await doubtful(db, table, header, some)) await readCsv(file, table);
  const selects = parts.map(([header, some]) => {
    const cell = ({name}: Column) => (header.includes(name) ? identifier(name) : "NULL");
    const cells = table.columns.map(
      (column) => `CAST(${cell(column)} AS ${sqlTypes[column.type]}) AS ${identifier(column.name)}`
    );
    return `SELECT ${cells.join(", ")} FROM ${readText(header, some)}`;
  });
  await db.run(`CREATE TABLE ${table.name} AS ${selects.join(" UNION ALL ")}`);
  for (const {name, description, unit} of table.columns)
    await db.run(
      `COMMENT ON COLUMN ${table.name}.${identifier(name)} IS ${literal(unit ? `${description} (${unit})` : description)}`
    );
  await db.run(`COMMENT ON TABLE ${table.name} IS ${literal(table.row)}`);
}
