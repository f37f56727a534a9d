import {csvParseRows} from "d3-dsv";
import * as v from "valibot";
import {cellSchema, type Table} from "./column.ts";

/** What was wrong in a file: where it stands, what it says, what is allowed. `line` counts from 1, the header included. */
export interface Flaw {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** The rows of a CSV text that keep to the table, and the flaws of those that do not. */
export interface Parsed<Row> {
  readonly rows: readonly Row[];
  /** Where each row stands in the file. */
  readonly lines: readonly number[];
  readonly flaws: readonly Flaw[];
}

/**
 * Reads CSV text (RFC 4180, header first) by a table's definition. Never throws on bad content: good rows come back with
 * numbers as numbers and empty cells as null; bad rows as flaws. Missing optional columns read as null.
 */
export function parseTable<Row>(text: string, table: Table): Parsed<Row> {
  const [header = [], ...records] = csvParseRows(text.replace(/^\uFEFF/, ""));
  const flaws: Flaw[] = [];
  const known = new Map(table.columns.map((column) => [column.name, cellSchema(column)]));
  for (const name of header)
    if (!known.has(name))
      flaws.push({line: 1, column: name, value: name, message: `${table.name} has no column ${JSON.stringify(name)}`});
  for (const {name, required} of table.columns)
    if (required && !header.includes(name))
      flaws.push({line: 1, column: name, value: "", message: `the column ${name} is missing`});
  if (flaws.length > 0) return {rows: [], lines: [], flaws};
  const rows: Row[] = [];
  const lines: number[] = [];
  let line = 1;
  for (const record of records) {
    line += 1;
    const start = line;
    // A quoted cell may hold line breaks; the next record then starts further down.
    line += record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    if (record.length === 1 && record[0] === "") continue;
    if (record.length !== header.length) {
      const message = `a row must have ${header.length} cells, got ${record.length}`;
      flaws.push({line: start, column: "", value: "", message});
      continue;
    }
    const row: Record<string, unknown> = Object.fromEntries(table.columns.map(({name}) => [name, null]));
    let good = true;
    header.forEach((name, i) => {
      const result = v.safeParse(known.get(name)!, record[i]);
      if (result.success) row[name] = result.output;
      else {
        good = false;
        flaws.push({line: start, column: name, value: record[i] ?? "", message: result.issues[0].message});
      }
    });
    if (!good) continue;
    rows.push(row as Row);
    lines.push(start);
  }
  return {rows, lines, flaws};
}
