import type {ExpectedRange} from "../src/schema/expectedRanges.ts";
import {findRows} from "./findRow.ts";
import type {Views} from "./gatherViews.ts";

/** A figure held against the range in which it was expected. */
export interface RangeRow {
  readonly id: string;
  readonly tool: string;
  readonly column: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** inside, below, above or missing. */
  readonly verdict: "inside" | "below" | "above" | "missing";
  readonly published: string;
  readonly basis: string;
  readonly explanation: string;
}

/** Each expected range with the figure that the views hold; throws when it names no view, or picks more than one row. */
export function rangeRows(ranges: readonly ExpectedRange[], views: Views): readonly RangeRow[] {
  return ranges.map(({id, view, row, column, low, high, published, basis, explanation}) => {
    const settings = Object.fromEntries(row.split(/\s+/).map((pair) => pair.split("=") as [string, string]));
    const found = findRows(views, view, settings);
    if (found.length > 1) throw new Error(`expected_ranges.csv: ${id} picks ${found.length} rows of ${view}`);
    const value = found[0]?.[column];
    const number = typeof value === "number" ? value : null;
    const verdict = number === null ? "missing" : number < low ? "below" : number > high ? "above" : "inside";
    const told = {published: published ?? "", basis, explanation: explanation ?? ""};
    return {id, tool: settings.tool ?? "", column, value: number, low, high, verdict, ...told};
  });
}
