import type {TimeoutRow} from "../src/schema/matrix.ts";
import type {Cell} from "./cell.ts";

/** How long a sample of a cell may take, seconds: what the first row that fits says, or else a minute. */
export function timeoutOf(rows: readonly TimeoutRow[]): (cell: Cell) => number {
  return ({tool, experiment}: Cell) => {
    const fits = (pattern: string, value: string) => pattern === "*" || pattern === value;
    return rows.find((row) => fits(row.tool, tool) && fits(row.experiment, experiment))?.timeout_seconds ?? 60;
  };
}
