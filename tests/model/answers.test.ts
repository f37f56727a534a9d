import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {axisRanges, axisWorkload} from "../../src/model/axisWorkload.ts";
import {bestChunk} from "../../src/model/bestChunk.ts";
import {breakEven, serialSeconds} from "../../src/model/breakEven.ts";
import {explain} from "../../src/model/explain.ts";
import {metg} from "../../src/model/metg.ts";
import {metgFromCurve} from "../../src/model/metgFromCurve.ts";
import {predict} from "../../src/model/predict.ts";
import {probabilityFaster} from "../../src/model/probability.ts";
import {rank} from "../../src/model/rank.ts";
import {saturation} from "../../src/model/saturation.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit, serialFit} from "../fixtures/fits.ts";

const work = (changes: Partial<Workload> = {}): Workload => ({...defaultWorkload, ...changes});

describe("metg", () => {
  // Published logs of Task Bench, fitted: Dask η 0.82, o 0.241 ms, P 32; Spark η 0.60, o 0.366 ms.
  it.each([
    ["Dask", 0.82, 0.241e-3, 19.8e-3],
    ["Spark", 0.6, 0.366e-3, 70e-3]
  ])("%s by the closed form", (_, efficiency32, chunk, expected) => {
    const efficiency = efficiency32 ** (1 / 5);
    const found = metg(makeFit({parameters: {efficiency, chunk}}), 0.5, 32);
    expect(found.closedFormSeconds).toBeCloseTo(expected, 3);
  });

  it("curve and closed form agree where the closed form is exact, and the length is the threshold's share", () => {
    for (const form of ["additive", "overlap", "shared-cores"] as const) {
      const {granularitySeconds, lengthSeconds, closedFormSeconds} = metg(
        makeFit({form, parameters: {chunk: 2e-4, workerChunk: 1e-4, efficiency: 0.9}}),
        0.5,
        2
      );
      expect(granularitySeconds! / closedFormSeconds!, form).toBeCloseTo(1, 3);
      expect(lengthSeconds! / granularitySeconds!).toBeCloseTo(0.5, 6);
    }
  });

  it("is never reached, and says so, when long tasks stay below the threshold", () => {
    const {granularitySeconds, reason} = metg(makeFit({parameters: {efficiency: 0.7, chunk: 1e-4}}), 0.8, 2);
    expect(granularitySeconds).toBeNull();
    expect(reason).toBe("efficiency stays at 0.70 however long the tasks");
  });
});

describe("metgFromCurve", () => {
  const curve = [
    {seconds: 1e-4, efficiency: 0.2},
    {seconds: 1e-2, efficiency: 0.6},
    {seconds: 1, efficiency: 0.9}
  ];
  it("reads between the points, over the log of the length", () => {
    expect(metgFromCurve(curve, 0.4)).toBeCloseTo(1e-3, 10);
    expect(metgFromCurve(curve, 0.75)).toBeCloseTo(0.1, 10);
  });
  it("gives nothing outside the curve", () => {
    expect(metgFromCurve(curve, 0.95)).toBeNull();
    expect(metgFromCurve(curve, 0.1)).toBeNull();
  });
});

describe("breakEven", () => {
  const fit = makeFit({parameters: {call: 0.001, chunk: 1e-4, workerChunk: 2e-5, efficiency: 0.95, byteIn: 1e-9}});

  it("equals brute force over every number of tasks", () => {
    fc.assert(
      fc.property(
        fc.double({min: 1e-3, max: 0.3, noNaN: true}),
        fc.integer({min: 2, max: 6}),
        fc.constantFrom("multiprocessing", "concurrent-futures-process"),
        (seconds, workers, tool) => {
          const one = {...fit, tool};
          const w = work({seconds, cores: workers});
          let edge: number | null = null;
          for (let tasks = 3000; tasks >= 1; tasks -= 1) {
            const there = {...w, tasks};
            if (predict(one, there).seconds >= serialSeconds(there)) break;
            edge = tasks;
          }
          const found = breakEven(one, w, "tasks");
          if (edge === null || edge > 2500) return;
          expect(found.value ?? 1).toBe(edge);
        }
      ),
      {numRuns: 60, seed: 2}
    );
  });

  it.each(["seconds", "payload", "runs_a_day", "cores"] as const)(
    "the edge on %s pays, a step beyond does not",
    (axis) => {
      const w = work({tasks: 50, seconds: 0.012, payloadIn: 1000, runsADay: 5, cores: 4});
      const {state, value, pays, low, high} = breakEven(fit, w, axis);
      const paysAt = (x: number) => {
        const there = axisWorkload(w, axis, x);
        return predict(fit, there).seconds < serialSeconds(there);
      };
      expect(state).toBe("at");
      const step = axisRanges[axis].whole ? 1 : value! * 1e-6;
      expect(paysAt(value!)).toBe(true);
      expect(paysAt(pays === "above" ? value! - step : value! + step)).toBe(false);
      if (low !== null) expect(low).toBeLessThanOrEqual(value!);
      if (high !== null) expect(high).toBeGreaterThanOrEqual(value!);
    }
  );

  it("never, with the reason that binds", () => {
    const threads = makeFit({tool: "concurrent-futures-thread", startMethod: "none"});
    expect(breakEven(threads, work(), "tasks")).toMatchObject({
      state: "never",
      reason: "the GIL lets one thread compute at a time"
    });
    expect(breakEven(fit, work({cores: 1}), "tasks")).toMatchObject({
      state: "never",
      reason: "one core computes one task at a time"
    });
    expect(breakEven(makeFit({parameters: {chunk: 0.01}}), work({seconds: 1e-3}), "tasks")).toMatchObject({
      state: "never",
      reason: "handing out the tasks takes longer than the loop saves"
    });
  });

  it("always, when even the near end pays", () => {
    expect(breakEven(makeFit({startup: []}), work({tasks: 10}), "seconds")).toMatchObject({
      state: "always",
      value: null
    });
  });
});

describe("bestChunk", () => {
  it("equals brute force over every chunk", () => {
    const fit = makeFit({parameters: {chunk: 3e-4, workerChunk: 1e-4}});
    const w = work({tasks: 400, seconds: 1e-3, warm: true});
    const all = Array.from({length: 400}, (_, i) => predict(fit, {...w, chunk: i + 1}).seconds);
    const best = bestChunk(fit, w)!;
    expect(best.seconds).toBeCloseTo(Math.min(...all), 9);
    expect(best.saved_against_one).toBeCloseTo(all[0]! - best.seconds, 12);
  });
  it("is nothing for threads", () => {
    expect(bestChunk(makeFit({tool: "concurrent-futures-thread"}), work())).toBeNull();
  });
});

describe("saturation", () => {
  it("is c·d/o", () =>
    expect(saturation({parameters: makeFit({parameters: {chunk: 1e-3}}).parameters}, 0.01, 4)).toBeCloseTo(40, 9));
});

describe("rank", () => {
  const pool = makeFit({parameters: {chunk: 1e-4}});
  const slow = makeFit({tool: "multiprocessing", variant: "pool", parameters: {chunk: 1e-4, call: 40}});
  const near = makeFit({tool: "joblib", variant: "loky", startMethod: "none", parameters: {chunk: 1.001e-4}});

  it("keeps the loop for short work and says from where it pays", () => {
    const answer = rank(work({tasks: 10}), [serialFit, pool]);
    expect(answer.ranking[0]!.tool).toBe("serial");
    expect(answer.answer).toMatch(
      /^Keep the plain loop: at 50 ms it is clearly the fastest; ProcessPoolExecutor would take /
    );
  });

  it("names the fastest with its band, the runner-up and why", () => {
    const answer = rank(work({tasks: 10_000}), [serialFit, pool, slow]);
    expect(answer.answer).toMatch(
      /^ProcessPoolExecutor is clearly the fastest: \S+ m?s \(.* to .*\) against 50 s in a plain loop/
    );
    expect(answer.runner_up!.tool).toBe("serial");
    expect(answer.ranking.reduce((total, {probability_best: p}) => total + p, 0)).toBeCloseTo(1, 9);
  });

  it("calls a tie a tie", () => {
    const answer = rank(work({tasks: 10_000}), [serialFit, pool, near]);
    expect(answer.answer).toMatch(/^Tie: /);
    expect(
      answer.ranking
        .filter(({tie}) => tie)
        .map(({tool}) => tool)
        .toSorted()
    ).toEqual(["concurrent-futures-process", "joblib"]);
  });

  it("says when it speaks of what was not measured", () => {
    const narrow = makeFit({ranges: {...makeFit().ranges, tasks: [1, 100]}});
    expect(rank(work({tasks: 100_000}), [serialFit, narrow]).answer).toMatch(
      /^Extrapolated: .* Not measured: this number of tasks\.$/
    );
  });

  it("leaves out what cannot run, with the reason", () => {
    const excluded = (changes: Partial<Workload>) => rank(work(changes), [serialFit, pool]).excluded;
    const tool = "concurrent-futures-process:default:fork";
    expect(excluded({platform: "windows"})).toEqual([{tool, reason: "Windows has no fork"}]);
    expect(excluded({startMethod: "spawn"})).toEqual([{tool, reason: "measured with fork; you asked for spawn"}]);
    expect(excluded({hosts: 3})).toEqual([{tool, reason: "runs on one machine; you have 3"}]);
    expect(excluded({memoryGib: 1, payloadIn: 1e9})[0]!.reason).toMatch(/^needs 1\.9 GiB for its workers; you have 1/);
  });

  it("gives the same answer for the same input", () => {
    const ask = () => rank(work(), [serialFit, pool, near, slow]);
    expect(ask()).toEqual(ask());
  });
});

describe("explain", () => {
  it("finds the flips where brute force finds them", () => {
    const pool = makeFit({parameters: {chunk: 1e-4}});
    const fits = [serialFit, pool];
    const answer = explain(rank(work({tasks: 500}), fits), fits);
    const down = answer.flips.find(({axis, direction}) => axis === "tasks" && direction === "below")!;
    const edge = breakEven(pool, work({tasks: 500}), "tasks").value!;
    expect(down).toMatchObject({to: "serial:default", at: edge - 1});
    expect(answer.ranking.find(({tool}) => tool !== "serial")!.break_even!.tasks.value).toBe(edge);
  });
});

describe("probabilityFaster", () => {
  it("is a half for equals and grows with the lead", () => {
    expect(probabilityFaster({seconds: 1, logSd: 0.1}, {seconds: 1, logSd: 0.1})).toBeCloseTo(0.5, 6);
    // ln 1.2 over √2·0.1 is 1.289 standard deviations.
    expect(probabilityFaster({seconds: 1, logSd: 0.1}, {seconds: 1.2, logSd: 0.1})).toBeCloseTo(0.901, 3);
  });
});
