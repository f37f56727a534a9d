import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Axis, axes} from "../../src/model/answer.ts";
import {axisRanges, axisWorkload} from "../../src/model/axisWorkload.ts";
import {breakEven, notToTheEnd, serialSeconds} from "../../src/model/breakEven.ts";
import type {Fit} from "../../src/model/fit.ts";
import {predict} from "../../src/model/predict.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit} from "../fixtures/fits.ts";

const work = (changes: Partial<Workload> = {}): Workload => ({...defaultWorkload, ...changes});
const pays =
  (fit: Fit, workload: Workload, axis: Axis, pick: "seconds" | "low" | "high" = "seconds") =>
  (x: number) => {
    const there = axisWorkload(workload, axis, x);
    return predict(fit, there)[pick] < serialSeconds(there);
  };

describe("breakEven, by hand", () => {
  // Half a second to begin, then the work divided by the workers; nothing else costs anything.
  const free = makeFit();

  it("tasks: half of them must be more than fifty of ten milliseconds", () => {
    // 0.5 + ⌈n/2⌉·0.01 < n·0.01, so ⌊n/2⌋ > 50.
    expect(breakEven(free, work({seconds: 0.01}), "tasks")).toMatchObject({state: "at", pays: "above", value: 102});
  });

  it("seconds: a hundred tasks pay from ten milliseconds on", () => {
    // 0.5 + 50·d < 100·d.
    expect(breakEven(free, work({tasks: 100}), "seconds").value! / 0.01).toBeCloseTo(1, 7);
  });

  it("cores: a third is needed where two only make up for the start", () => {
    // 0.5 + ⌈100/P⌉·0.01 < 1.
    expect(breakEven(free, work({tasks: 100, seconds: 0.01}), "cores")).toMatchObject({state: "at", value: 3});
  });

  it("payload: what is left of the saving, by the byte", () => {
    // 0.5 + 1 + 100·b·1e-9 < 2.
    const fit = makeFit({parameters: {byteIn: 1e-9}});
    expect(breakEven(fit, work({tasks: 100, seconds: 0.02}), "payload")).toMatchObject({
      state: "at",
      pays: "below",
      value: 4_999_999
    });
  });

  it("runs a day: the third run pays the start", () => {
    // 0.5/r + 0.25 < 0.5.
    expect(breakEven(free, work({tasks: 50, seconds: 0.01}), "runs_a_day")).toMatchObject({state: "at", value: 3});
  });
});

describe("breakEven says never, and why, on every axis", () => {
  const threads = makeFit({tool: "concurrent-futures-thread", startMethod: "none"});
  it.each(axes)("%s: threads under the GIL", (axis) => {
    expect(breakEven(threads, work({tasks: 100, seconds: 0.01}), axis)).toEqual({
      state: "never",
      pays: axisRanges[axis].pays,
      value: null,
      low: null,
      high: null,
      reason: "the GIL lets one thread compute at a time"
    });
  });

  it.each([
    ["cores", {parameters: {chunk: 0.02}}, "handing out the tasks takes longer than the loop saves"],
    ["payload", {parameters: {call: 5}}, "the call itself takes longer than the loop saves"],
    ["runs_a_day", {parameters: {chunk: 0.02}}, "handing out the tasks takes longer than the loop saves"]
  ] as const)("%s: what costs most", (axis, changes, reason) => {
    const w = work({tasks: 100, seconds: 0.01, warm: axis === "payload"});
    expect(breakEven(makeFit(changes), w, axis)).toMatchObject({state: "never", reason});
  });

  it("cores: a tool that pays here is not said to cost too much because 128 of its workers would", () => {
    const start = (workers: number, startSeconds: number) => ({
      ...{workers, startSeconds, importSeconds: 0, firstSeconds: 0, stopSeconds: 0}
    });
    // A third of a second a worker: 40 s for 128 of them, more than the whole loop of 30 s; half of that and 0.6 s for two.
    const slow = makeFit({startup: [start(2, 0.6), start(4, 1.2), start(16, 4.8)]});
    const w = work({tasks: 3000, seconds: 0.01, cores: 2});
    expect(predict(slow, w).seconds).toBeLessThan(serialSeconds(w));
    expect(breakEven(slow, w, "cores")).toMatchObject({state: "never", reason: notToTheEnd});
  });

  it("tasks: one core, one worker, an event loop, the plain loop itself", () => {
    const reason = (fit: Fit, changes: Partial<Workload>) => breakEven(fit, work(changes), "tasks").reason;
    expect(reason(makeFit(), {cores: 1})).toBe("one core computes one task at a time");
    expect(reason(makeFit(), {workers: 1})).toBe("one worker does what the loop does");
    expect(reason(makeFit({tool: "asyncio", startMethod: "none"}), {})).toBe(
      "one event loop computes one task at a time"
    );
    expect(reason(makeFit({tool: "serial"}), {})).toBe("it is one thread");
  });
});

describe("breakEven says always, on every axis", () => {
  const always = {state: "always", value: null, low: null, high: null, reason: null};
  it("seconds, payload and cores, where nothing costs and waiting is shared", () => {
    const fit = makeFit({startup: []});
    const w = work({tasks: 10, seconds: 0.01, kind: "waiting", workers: 4});
    for (const axis of ["seconds", "payload", "cores"] as const)
      expect(breakEven(fit, w, axis), axis).toMatchObject(always);
  });
  it("runs a day, where the first one pays already", () => {
    expect(breakEven(makeFit(), work({tasks: 1000, seconds: 0.01}), "runs_a_day")).toMatchObject(always);
  });
  it("tasks, for code that is faster from the first one on", () => {
    const vectorised = makeFit({
      tool: "serial-optimised",
      form: "vectorised",
      startup: [],
      parameters: {item: 0.5, efficiency: 10}
    });
    expect(breakEven(vectorised, work({seconds: 0.01}), "tasks")).toMatchObject(always);
  });
});

describe("breakEven equals brute force", () => {
  const anyFit = fc
    .record({
      tool: fc.constantFrom("multiprocessing", "concurrent-futures-process"),
      form: fc.constantFrom("additive" as const, "overlap" as const, "shared-cores" as const),
      chunk: fc.double({min: 1e-6, max: 3e-3, noNaN: true}),
      call: fc.double({min: 0, max: 0.02, noNaN: true}),
      efficiency: fc.double({min: 0.6, max: 1, noNaN: true})
    })
    .map(({tool, form, ...parameters}) => makeFit({tool, form, parameters: {...parameters, byteIn: 2e-9}}));
  const anyWork = fc
    .record({
      tasks: fc.integer({min: 2, max: 2000}),
      seconds: fc.double({min: 1e-4, max: 0.1, noNaN: true}),
      cores: fc.integer({min: 2, max: 16}),
      cv: fc.constantFrom(0, 0.5, 1.5)
    })
    .map(work);

  /** The outermost whole number from which on all to the axis's end hold; null: none does. */
  function bruteEdge(holds: (x: number) => boolean, from: number, to: number): number | null {
    let edge: number | null = null;
    for (let x = to; x >= from && holds(x); x -= 1) edge = x;
    return edge;
  }

  it("cores, over every one of them, edges of the band too", () => {
    fc.assert(
      fc.property(anyFit, anyWork, (fit, w) => {
        const brute = (pick: "seconds" | "low" | "high") => bruteEdge(pays(fit, w, "cores", pick), 1, 128);
        const {state, value, low, high} = breakEven(fit, w, "cores");
        const edge = brute("seconds");
        expect(state).toBe(edge === null ? "never" : edge === 1 ? "always" : "at");
        if (state !== "at") return;
        expect([value, low, high]).toEqual([edge, brute("low"), brute("high")]);
      }),
      {numRuns: 150, seed: 11}
    );
  });

  it("runs a day, over every one of them", () => {
    fc.assert(
      fc.property(anyFit, anyWork, (fit, w) => {
        const edge = bruteEdge(pays(fit, w, "runs_a_day"), 1, 100_000);
        const {state, value} = breakEven(fit, w, "runs_a_day");
        expect(state).toBe(edge === null ? "never" : edge === 1 ? "always" : "at");
        if (state === "at") expect(value).toBe(edge);
      }),
      {numRuns: 5, seed: 12}
    );
  });

  it("seconds, on a grid finer than the search's", () => {
    fc.assert(
      fc.property(anyFit, anyWork, (fit, w) => {
        const holds = pays(fit, w, "seconds");
        const {minimum, maximum} = axisRanges.seconds;
        const grid = Array.from({length: 3000}, (_, i) => minimum * (maximum / minimum) ** (i / 2999));
        const lastFailure = grid.findLastIndex((x) => !holds(x));
        const {state, value} = breakEven(fit, w, "seconds");
        if (lastFailure === grid.length - 1) expect(state).toBe("never");
        else if (lastFailure === -1) expect(state).toBe("always");
        else {
          expect(value!).toBeGreaterThanOrEqual(grid[lastFailure]!);
          expect(value!).toBeLessThanOrEqual(grid[lastFailure + 1]! * (1 + 1e-9));
        }
      }),
      {numRuns: 40, seed: 13}
    );
  });

  it("payload, number by number round the edge", () => {
    fc.assert(
      fc.property(anyFit, anyWork, (fit, w) => {
        const holds = pays(fit, w, "payload");
        const {state, value} = breakEven(fit, w, "payload");
        if (state !== "at") return void expect(holds(0)).toBe(state === "always");
        for (let step = 0; step < 200; step += 1) {
          if (value! - step >= 0) expect(holds(value! - step)).toBe(true);
          expect(holds(value! + 1 + step)).toBe(false);
        }
      }),
      {numRuns: 40, seed: 14}
    );
  });
});

describe("the interval of a break-even", () => {
  it("holds the point and widens with the spread", () => {
    const w = work({tasks: 200, seconds: 0.02, payloadIn: 1000, cores: 4});
    const edges = (residualSd: number, axis: Axis) =>
      breakEven(makeFit({residualSd, parameters: {chunk: 1e-4, byteIn: 1e-9, efficiency: 0.95}}), w, axis);
    for (const axis of ["tasks", "seconds", "payload"] as const) {
      const [narrow, wide] = [edges(0.02, axis), edges(0.15, axis)];
      for (const {low, value, high} of [narrow, wide]) {
        expect(low!).toBeLessThanOrEqual(value!);
        expect(high!).toBeGreaterThanOrEqual(value!);
      }
      expect(wide.high! - wide.low!, axis).toBeGreaterThan(narrow.high! - narrow.low!);
    }
  });
});
