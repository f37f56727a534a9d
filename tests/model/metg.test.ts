import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type EfficiencyCurve, efficiencyCurves} from "../../loaders/efficiencyCurves.ts";
import {metgDependencyRows} from "../../loaders/metgDependencyRows.ts";
import {metg} from "../../src/model/metg.ts";
import {metgParting, metgParts} from "../../src/model/metgParting.ts";
import type {Sample} from "../../src/schema/sample.ts";
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
  it("is the lowest threshold at which two ways differ by the factor", () => {
    // 1/(1 − ε/0.9) against 1/(1 − ε): apart by 1.4 from ε = 0.7200 on.
    const closed = (threshold: number) => (threshold >= 0.9 ? null : 1 / (1 - threshold / 0.9));
    const curve = (threshold: number) => 1 / (1 - threshold);
    const exact = (0.4 * 0.9) / (1.4 - 0.9);
    expect(metgParting(closed, curve)).toBe(Math.ceil(exact * 100 + 1e-9) / 100);
    expect(metgParts).toBe(1.4);
  });
  it("is nowhere where they agree, or where only one of them is known", () => {
    expect(
      metgParting(
        () => 1,
        () => 1.3
      )
    ).toBeNull();
    expect(
      metgParting(
        () => 1,
        () => null
      )
    ).toBeNull();
  });
});

const sample = (changes: Partial<Sample>): Sample =>
  ({
    run_id: "r",
    experiment: "granularity",
    tool: "ray",
    variant: "tasks",
    start_method: "none",
    workload: "busy",
    kind: "cpu-gil",
    pattern: "independent",
    task_count: 100,
    task_seconds: 0.01,
    task_seconds_serial: null,
    chunk_size: null,
    workers: 2,
    run_seconds: 1,
    outcome: "ok",
    ...changes
  }) as unknown as Sample;

describe("efficiencyCurves", () => {
  it("holds two workers against the plain loop of the run, and against what whole tasks allow", () => {
    const curves = efficiencyCurves([
      sample({tool: "serial", run_seconds: 1.1, workers: 1}),
      sample({run_seconds: 0.6}),
      // Five tasks on two workers: 0.5 s of work in 0.3 s, as good as it gets.
      sample({tool: "serial", task_seconds: 0.1, task_count: 5, run_seconds: 0.5, workers: 1}),
      sample({task_seconds: 0.1, task_count: 5, run_seconds: 0.3}),
      sample({pattern: "stencil", workload: "stencil", task_seconds_serial: 0.01, run_seconds: 1})
    ]);
    expect(curves).toHaveLength(2);
    const [free, bound] = curves;
    expect(free!.dependencies).toBe(0);
    expect(free!.points[0]!.efficiency).toBeCloseTo(1.1 / 0.6 / 2, 12);
    expect(free!.points[1]!.efficiency).toBeCloseTo(1, 12);
    expect(bound).toMatchObject({dependencies: 3, points: [{seconds: 0.01, efficiency: 0.5}]});
  });
});

describe("metgDependencyRows", () => {
  const curve = (dependencies: 0 | 3, efficiencies: readonly number[]): EfficiencyCurve => ({
    tool: "ray",
    variant: "tasks",
    start_method: "none",
    dependencies,
    workers: 2,
    points: efficiencies.map((efficiency, i) => ({seconds: 10 ** (i - 3), efficiency}))
  });

  it("reads both curves, and says why there is no figure", () => {
    const rows = metgDependencyRows([curve(3, [0.3, 0.7]), curve(0, [0.4, 0.6, 0.9])]);
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

  it("has no row for a tool without dependent tasks, and one for a tool that never reaches a half", () => {
    expect(metgDependencyRows([curve(0, [0.4, 0.6, 0.9])])).toEqual([]);
    expect(metgDependencyRows([curve(0, [0.4, 0.45]), curve(3, [0.3, 0.4])])).toHaveLength(2);
  });
});
