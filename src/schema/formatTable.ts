import {csvFormatBody, csvFormatRow} from "d3-dsv";
import type {Table} from "./column.ts";

/** The header line of a table's CSV, with its line break. */
export function formatHeader(table: Table): string {
  return csvFormatRow(table.columns.map(({name}) => name)) + "\n";
}

/** CSV lines of rows, without header, with a line break at the end; null and undefined become empty cells. */
export function formatRows(table: Table, rows: readonly object[]): string {
  const names = table.columns.map(({name}) => name);
  return rows.length === 0
    ? ""
    : csvFormatBody(rows as readonly Record<string, string>[] as Record<string, string>[], names) + "\n";
}
