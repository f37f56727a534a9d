import type {Table} from "./column.ts";

/** A figure of a view and the range in which it is expected: what lies outside is a mistake or a finding. */
export interface ExpectedRange {
  readonly id: string;
  readonly view: string;
  readonly row: string;
  readonly column: string;
  readonly low: number;
  readonly high: number;
  readonly published: string | null;
  readonly basis: string;
  readonly explanation: string | null;
}

/** `data/expected_ranges.csv`. */
export const expectedRangesTable: Table = {
  name: "expected_ranges",
  row: "a figure and the range in which it is expected",
  columns: [
    {name: "id", type: "string", required: true, description: "how messages name it"},
    {name: "view", type: "string", required: true, description: "a view of src/queries"},
    {name: "row", type: "string", required: true, description: "column=value pairs that pick one row, blanks between"},
    {name: "column", type: "string", required: true, description: "the figure; its name says its unit"},
    {name: "low", type: "number", required: true, description: "least that is expected, in the column's unit"},
    {name: "high", type: "number", required: true, description: "most that is expected"},
    {name: "published", type: "string", description: "ids of published figures beside it, blanks between"},
    {name: "basis", type: "string", required: true, description: "why this range"},
    {name: "explanation", type: "string", description: "why the figure lies outside, once that is known"}
  ]
};
