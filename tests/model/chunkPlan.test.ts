import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bestChunk} from "../../src/model/bestChunk.ts";
import {chunkPlan, chunkSizes, evenChunks} from "../../src/model/chunkPlan.ts";
import {growingBatches} from "../../src/model/growingBatches.ts";
import {predict} from "../../src/model/predict.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit} from "../fixtures/fits.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("evenChunks", () => {
  it("counts what the longest worker gets, the last chunk short", () => {
    expect(evenChunks(60, 8, 2)).toEqual({chunks: 8, size: 8, longestChunks: 4, longestItems: 32});
    expect(evenChunks(17, 8, 2)).toEqual({chunks: 3, size: 8, longestChunks: 2, longestItems: 9});
    expect(evenChunks(5, 10, 2)).toEqual({chunks: 1, size: 10, longestChunks: 1, longestItems: 5});
  });
});

describe("growingBatches", () => {
  it("begins with two single tasks a worker and doubles while batches are short", () => {
    // 10 ms tasks, two workers, four batches under way: a size is given out four times before the first of it is back, which
    // doubles it. The first of eight is back after 120 ms, so sixteen would be next; ten tasks do not fill such a round and
    // are cut into ten pieces a worker, singles.
    expect(growingBatches(70, 0.01, 2)).toEqual(
      [1, 2, 4, 8].map((size) => ({size, batches: 4})).concat({size: 1, batches: 10})
    );
  });

  it("long tasks stay single", () =>
    expect(new Set(growingBatches(20, 1, 4).map(({size}) => size))).toEqual(new Set([1])));

  it("cuts all tasks, whatever their number, length and workers", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 20_000}),
        fc.double({min: 1e-7, max: 3, noNaN: true}),
        fc.integer({min: 2, max: 64}),
        (tasks, seconds, workers) => {
          const runs = growingBatches(tasks, seconds, workers);
          expect(sum(runs.map(({size, batches}) => size * batches))).toBe(tasks);
          for (const {size, batches} of runs) expect(Math.min(size, batches)).toBeGreaterThanOrEqual(1);
          const all = chunkSizes(makeFit({tool: "joblib", variant: "loky"}), tasks, seconds, workers, null);
          expect(sum(all)).toBe(tasks);
        }
      ),
      {seed: 7, numRuns: 200}
    ));
});

describe("chunkPlan and chunkSizes", () => {
  it("agree, and follow each tool's own default", () => {
    const pool = makeFit({tool: "multiprocessing", variant: "pool"});
    expect(chunkSizes(pool, 60, 0.01, 2, null)).toEqual([8, 8, 8, 8, 8, 8, 8, 4]);
    expect(chunkPlan(pool, 60, 0.01, 2, null).size).toBe(8);
    const spark = makeFit({tool: "pyspark", variant: "rdd"});
    expect(chunkSizes(spark, 7, 0.01, 2, null)).toEqual([4, 3]);
    expect(chunkSizes(makeFit(), 3, 0.01, 2, null)).toEqual([1, 1, 1]);
    const joblib = makeFit({tool: "joblib", variant: "loky"});
    const plan = chunkPlan(joblib, 500, 0.001, 2, null);
    expect(chunkSizes(joblib, 500, 0.001, 2, null)).toHaveLength(plan.chunks);
    expect(plan.longestItems).toBeGreaterThanOrEqual(250);
  });

  it("joblib with one worker calls directly: one chunk", () =>
    expect(chunkPlan(makeFit({tool: "joblib", variant: "loky"}), 500, 0.001, 1, null)).toEqual({
      chunks: 1,
      size: 500,
      longestChunks: 1,
      longestItems: 500
    }));
});

describe("bestChunk", () => {
  const fit = makeFit({parameters: {chunk: 2e-4, workerChunk: 1e-4, item: 1e-6, efficiency: 0.95}});

  it("is as good as the best of all sizes, tried one by one", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 400}),
        fc.double({min: 1e-5, max: 0.05, noNaN: true}),
        fc.integer({min: 2, max: 6}),
        (tasks, seconds, workers) => {
          const workload = {...defaultWorkload, tasks, seconds, workers, cores: workers, warm: true};
          const found = bestChunk(fit, workload)!;
          let least = Infinity;
          for (let chunk = 1; chunk <= tasks; chunk += 1)
            least = Math.min(least, predict(fit, {...workload, chunk}).seconds);
          // Large sizes are tried in steps of a tenth.
          expect(found.seconds).toBeLessThanOrEqual(least * 1.005);
          expect(predict(fit, {...workload, chunk: found.chunk}).seconds).toBeCloseTo(found.seconds, 12);
        }
      ),
      {seed: 8, numRuns: 60}
    ));

  it("says what the default and single tasks cost beyond it", () => {
    const workload = {...defaultWorkload, tasks: 1000, seconds: 1e-4, workers: 2, cores: 2, warm: true};
    const {seconds, saved_against_one, saved_against_default} = bestChunk(fit, workload)!;
    expect(seconds + saved_against_one).toBeCloseTo(predict(fit, {...workload, chunk: 1}).seconds, 12);
    expect(seconds + saved_against_default).toBeCloseTo(predict(fit, workload).seconds, 12);
    expect(saved_against_one).toBeGreaterThan(0.1);
  });

  it("uneven tasks call for smaller chunks than even ones", () => {
    const workload = {...defaultWorkload, tasks: 1000, seconds: 1e-3, workers: 8, cores: 8, warm: true};
    const [even, uneven] = [bestChunk(fit, workload)!, bestChunk(fit, {...workload, cv: 1.5})!];
    expect(uneven.chunk).toBeLessThan(even.chunk);
  });

  it("is nothing for a tool that takes no chunk size", () =>
    expect(bestChunk(makeFit({tool: "concurrent-futures-thread"}), defaultWorkload)).toBeNull());
});
