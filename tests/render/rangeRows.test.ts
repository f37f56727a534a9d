import {describe, expect, it} from "vitest";
import {rangeRows} from "../../loaders/rangeRows.ts";
import type {ExpectedRange} from "../../src/schema/expectedRanges.ts";

const views = {
  dispatch: [
    {tool: "ray", workers: 2, task_seconds: 0.001},
    {tool: "dask", workers: 2, task_seconds: 0.1},
    {tool: "dask", workers: 4, task_seconds: 0.1}
  ]
};
const range = (row: string, low: number, high: number): ExpectedRange => ({
  id: "a",
  view: "dispatch",
  row,
  column: "task_seconds",
  low,
  high,
  published: null,
  basis: "a test",
  explanation: null
});

describe("rangeRows", () => {
  it.each([
    ["tool=ray", 0.0005, 0.002, "inside"],
    ["tool=ray", 0.002, 0.003, "below"],
    ["tool=ray", 0.0001, 0.0002, "above"],
    ["tool=celery", 0.0001, 0.0002, "missing"]
  ])("%s between %f and %f is %s", (row, low, high, verdict) => {
    expect(rangeRows([range(row, low, high)], views)[0]).toMatchObject({verdict});
  });

  it("refuses a range that picks more than one row, or a view that is not there", () => {
    expect(() => rangeRows([range("tool=dask", 0, 1)], views)).toThrow("a picks 2 rows of dispatch");
    expect(() => rangeRows([{...range("tool=dask", 0, 1), view: "speed"}], views)).toThrow("there is no view speed");
  });
});
