import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {metgDependencyRows} from "../../loaders/metgDependencyRows.ts";
import {metg} from "../../src/model/metg.ts";
import {metgParting, metgParts} from "../../src/model/metgParting.ts";
import type {GranularityRow} from "../../src/queries/granularity.ts";
import {makeFit} from "../fixtures/fits.ts";

const published = new Map(
  csvParse(readFileSync("data/published_figures.csv", "utf8")).map(({id, value}) => [id, Number(value)])
);

describe("metg against what Task Bench's logs say", () => {
  // η and o fitted to the published logs, thirty-two workers: design of the model.
  it.each([
    ["Dask", 0.82, 0.241e-3, "F01", 1.42],
    ["Spark", 0.6, 0.366e-3, "F05a", 1.05]
  ])("%s: the closed form against the curve", (_, efficiency32, chunk, id, ratio) => {
    const curve = published.get(id)!;
    const closed = metg(
      makeFit({parameters: {efficiency: efficiency32 ** (1 / 5), chunk}}),
      0.5,
      32
    ).closedFormSeconds!;
    expect(closed / curve).toBeCloseTo(ratio, 1);
  });
});

describe("metg", () => {
  it("by hand, additive: two workers, 100 µs a chunk, 50 µs at the worker, perfect on long tasks", () => {
    const fit = makeFit({parameters: {chunk: 1e-4, workerChunk: 5e-5}});
    // (2·100 + 50) / (1 − 0.5) µs, / 0.2, / 0.05.
    expect(metg(fit, 0.5, 2).closedFormSeconds).toBeCloseTo(5e-4, 12);
    expect(metg(fit, 0.8, 2).closedFormSeconds).toBeCloseTo(1.25e-3, 12);
    expect(metg(fit, 0.95, 2).closedFormSeconds).toBeCloseTo(5e-3, 12);
    expect(metg(fit, 0.95, 2).granularitySeconds).toBeCloseTo(5e-3, 6);
  });

  it("grows with the threshold and with the cost of a chunk, in every form", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("additive" as const, "overlap" as const, "shared-cores" as const),
        fc.double({min: 1e-6, max: 1e-2, noNaN: true}),
        fc.double({min: 0.9, max: 1, noNaN: true}),
        (form, chunk, efficiency) => {
          const at = (threshold: number, cost = chunk) =>
            metg(makeFit({form, parameters: {chunk: cost, workerChunk: cost / 3, efficiency}}), threshold, 2)
              .granularitySeconds!;
          expect(at(0.8)).toBeGreaterThanOrEqual(at(0.5) * (1 - 1e-6));
          expect(at(0.5, chunk * 2)).toBeGreaterThanOrEqual(at(0.5) * (1 - 1e-6));
        }
      ),
      {numRuns: 40, seed: 7}
    );
  });
});

describe("metgParting", () => {
  it("is nowhere while an item costs nothing, and early where it costs more than a chunk", () => {
    expect(metgParting(makeFit({parameters: {chunk: 1e-4}}), 2)).toBeNull();
    // Curve (2o + q)/(1 − ε), closed form 2o/(1 − ε): with q = 2o they differ by two.
    expect(metgParting(makeFit({parameters: {chunk: 1e-5, item: 2e-5}}), 2)).toBe(0.5);
    expect(metgParts).toBe(1.4);
  });
});

describe("metgDependencyRows", () => {
  const series = {tool: "ray", variant: "tasks", start_method: "none"};
  const free = [1e-3, 1e-2, 1e-1].map((task_seconds, i) => ({
    ...series,
    kind: "cpu-gil",
    workers: 2,
    task_seconds,
    efficiency: [0.4, 0.6, 0.9][i]!
  })) as unknown as GranularityRow[];
  const bound = [1e-3, 1e-2].map((task_seconds, i) => ({...series, workers: 2, task_seconds, speedup: [0.6, 1.4][i]!}));

  it("reads both curves, and says why there is no figure", () => {
    const rows = metgDependencyRows(free, bound);
    expect(rows.map(({dependencies, threshold}) => [dependencies, threshold])).toEqual([
      [0, 0.5],
      [0, 0.8],
      [0, 0.95],
      [3, 0.5],
      [3, 0.8],
      [3, 0.95]
    ]);
    // Half-way from 0.4 to 0.6 over the log of the length, from 0.3 to 0.7 likewise.
    expect(rows[0]!.length_seconds).toBeCloseTo(1e-3 * 10 ** 0.5, 10);
    expect(rows[0]!.granularity_seconds).toBeCloseTo((1e-3 * 10 ** 0.5) / 0.5, 10);
    expect(rows[3]!.length_seconds).toBeCloseTo(1e-3 * 10 ** 0.5, 10);
    expect(rows[4]).toMatchObject({length_seconds: null, note: "not reached at the longest measured length"});
  });

  it("has no row for a tool without dependent tasks", () => {
    expect(metgDependencyRows(free, [])).toEqual([]);
  });
});
