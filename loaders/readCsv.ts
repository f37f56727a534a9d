import {readFile} from "node:fs/promises";
import type {Table} from "../src/schema/column.ts";
import {parseTable} from "../src/schema/parseTable.ts";

/** How many flaws an error lists before it only counts them. */
const shown = 5;

/** The rows of a CSV file; throws with file, line, column, value and what is allowed where a row breaks the table. */
export async function readCsv<Row>(file: string, table: Table): Promise<readonly Row[]> {
  const {rows, flaws} = parseTable<Row>(await readFile(file, "utf8"), table);
  if (flaws.length === 0) return rows;
  const lines = flaws.slice(0, shown).map(({line, column, message}) => `${file}:${line}: column ${column}: ${message}`);
  if (flaws.length > shown) lines.push(`${file}: and ${flaws.length - shown} more`);
  throw new Error(lines.join("\n"));
}
