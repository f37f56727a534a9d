import {readFileSync} from "node:fs";
import type {Table} from "../src/schema/column.ts";
import {parseTable} from "../src/schema/parseTable.ts";

/** The rows of a CSV file that must be right; throws with file, line and what is allowed where it is not. */
export function readTable<Row>(file: string, table: Table): readonly Row[] {
  const {rows, flaws} = parseTable<Row>(readFileSync(file, "utf8"), table);
  const [flaw] = flaws;
  if (flaw) throw new Error(`${file}:${flaw.line}: ${flaw.message}`);
  return rows;
}
