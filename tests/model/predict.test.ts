import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {forms} from "../../src/model/fit.ts";
import {predict} from "../../src/model/predict.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit} from "../fixtures/fits.ts";

const work = (changes: Partial<Workload> = {}): Workload => ({
  ...defaultWorkload,
  tasks: 100,
  seconds: 0.01,
  ...changes
});
const sum = (parts: object) => Object.values(parts).reduce((a: number, b: number) => a + b, 0);

describe("predict, by hand", () => {
  it("divides long tasks by the workers and adds the start", () => {
    const {seconds, parts} = predict(makeFit(), work());
    expect(seconds).toBeCloseTo(0.5 + 0.5, 12);
    expect(parts).toMatchObject({start: 0.5, compute: 0.5, dispatch: 0, data: 0, idle: 0});
  });

  it("shares a start among the runs of a day, and leaves it out when workers stand ready", () => {
    expect(predict(makeFit(), work({runsADay: 10})).parts.start).toBeCloseTo(0.05, 12);
    expect(predict(makeFit(), work({warm: true})).parts.start).toBe(0);
  });

  it("additive: work and dispatch one after the other", () => {
    const fit = makeFit({parameters: {call: 0.01, chunk: 0.001, workerChunk: 0.002, item: 0.0005, efficiency: 0.8}});
    // 50 chunks of one on the longest worker: 50·(0.01/0.8 + 0.0005 + 0.002), 100 chunks at the dispatcher, one call.
    expect(predict(fit, work({warm: true})).seconds).toBeCloseTo(0.01 + 50 * 0.015 + 100 * 0.001, 12);
  });

  it("overlap: the longer of work and dispatch", () => {
    const fit = makeFit({form: "overlap", parameters: {chunk: 0.02}});
    expect(predict(fit, work({warm: true})).seconds).toBeCloseTo(2, 12);
    expect(predict(fit, work({warm: true, seconds: 0.1})).seconds).toBeCloseTo(5, 12);
  });

  it("shared cores: dispatch takes its CPU from the same cores", () => {
    const fit = makeFit({form: "shared-cores", parameters: {chunk: 0.004}});
    // CPU: 100·0.004 + 100·0.01 over two cores.
    expect(predict(fit, work({warm: true})).seconds).toBeCloseTo(0.7, 12);
  });

  it("charges payload by the byte, each way", () => {
    const fit = makeFit({parameters: {byteIn: 1e-9, byteOut: 2e-9}});
    const {parts} = predict(fit, work({warm: true, payloadIn: 1e6, payloadOut: 5e5}));
    expect(parts.data).toBeCloseTo(100 * (0.001 + 0.001), 12);
  });

  it("Ray stores what is too large for a message, each way, at a cost of its own", () => {
    const fit = makeFit({tool: "ray", variant: "tasks", startMethod: "none", parameters: {stored: 0.002}});
    const data = (payloadIn: number, payloadOut: number) =>
      predict(fit, work({warm: true, payloadIn, payloadOut})).parts.data;
    expect(data(1e5, 1e5)).toBe(0);
    expect(data(1.1e5, 0)).toBeCloseTo(0.2, 12);
    expect(data(1.1e5, 1e6)).toBeCloseTo(0.4, 12);
    const pool = makeFit({parameters: {stored: 0.002}});
    expect(predict(pool, work({warm: true, payloadIn: 1e6})).parts.data).toBe(0);
  });

  it("multiprocessing's own chunks: four a worker, the longest worker's exactly", () => {
    const fit = makeFit({tool: "multiprocessing", variant: "pool"});
    // 20 tasks on 4 workers: chunks of 2, ten of them, three on the longest worker.
    const {seconds, chunk} = predict(fit, work({tasks: 20, seconds: 0.1, workers: 4, cores: 4, warm: true}));
    expect(chunk).toBe(2);
    expect(seconds).toBeCloseTo(0.6, 12);
  });

  it("threads that hold the GIL, and an event loop that computes, bring nothing", () => {
    const threads = makeFit({tool: "concurrent-futures-thread", startMethod: "none"});
    expect(predict(threads, work({warm: true})).seconds).toBeCloseTo(1, 12);
    expect(predict(threads, work({warm: true, kind: "cpu-releases-gil"})).seconds).toBeCloseTo(0.5, 12);
    expect(predict(makeFit({...threads, pythonBuild: "free-threaded"}), work({warm: true})).seconds).toBeCloseTo(
      0.5,
      12
    );
    const loop = makeFit({tool: "asyncio", startMethod: "none"});
    expect(predict(loop, work({warm: true, kind: "cpu-releases-gil"})).seconds).toBeCloseTo(1, 12);
    expect(predict(loop, work({warm: true, kind: "waiting", workers: 10})).seconds).toBeCloseTo(0.1, 12);
  });

  it("more workers than cores compute no faster", () => {
    expect(predict(makeFit(), work({warm: true, workers: 8, cores: 2})).seconds).toBeCloseTo(0.5, 12);
  });

  it("beyond the measured cores: between η(2) once and for every doubling, and says so", () => {
    const fit = makeFit({parameters: {efficiency: 0.9}, ranges: {...makeFit().ranges, workers: [1, 2]}});
    const {seconds, low, high, extrapolated} = predict(fit, work({warm: true, cores: 16, tasks: 1600}));
    expect(extrapolated).toEqual(expect.arrayContaining(["cores", "workers"]));
    expect(seconds).toBeGreaterThan(1 / 0.9);
    expect(seconds).toBeLessThan(1 / 0.9 ** 4);
    const within = predict(fit, work({warm: true}));
    expect(high / low).toBeGreaterThan(within.high / within.low);
  });

  it("joblib looks for results at fixed times", () => {
    const fit = makeFit({tool: "joblib", variant: "loky", parameters: {poll: 0.01}});
    expect(predict(fit, work({tasks: 2, seconds: 1e-6, warm: true})).seconds).toBeCloseTo(0.01, 5);
    expect(predict(fit, work({tasks: 2, seconds: 1, warm: true})).seconds).toBeCloseTo(1.005, 12);
  });
});

const parameter = (max: number) => fc.double({min: 0, max, noNaN: true});
const anyFit = fc
  .record({
    form: fc.constantFrom(...forms.filter((form) => form !== "vectorised")),
    tool: fc.constantFrom("concurrent-futures-process", "concurrent-futures-thread", "multiprocessing"),
    parameters: fc.record({
      call: parameter(0.1),
      chunk: parameter(0.01),
      workerChunk: parameter(0.01),
      item: parameter(0.001),
      byteIn: parameter(1e-8),
      byteOut: parameter(1e-8),
      efficiency: fc.double({min: 0.3, max: 1, noNaN: true})
    })
  })
  .map(makeFit);
const anyWork = fc
  .record({
    tasks: fc.integer({min: 1, max: 5000}),
    seconds: fc.double({min: 1e-6, max: 10, noNaN: true}),
    cores: fc.integer({min: 1, max: 32}),
    workers: fc.integer({min: 1, max: 64}),
    kind: fc.constantFrom("cpu-gil" as const, "cpu-releases-gil" as const, "waiting" as const),
    payloadIn: fc.integer({min: 0, max: 1e7}),
    payloadOut: fc.integer({min: 0, max: 1e7}),
    chunk: fc.integer({min: 1, max: 100}),
    warm: fc.boolean()
  })
  .map(work);

describe("laws of predict", () => {
  const holds = (law: (fit: ReturnType<typeof makeFit>, workload: Workload) => void) =>
    fc.assert(fc.property(anyFit, anyWork, law), {numRuns: 400, seed: 1});
  const slack = 1 - 1e-9;

  it("never less than one task, nor than the work divided by workers or cores", () =>
    holds((fit, w) => {
      const {seconds} = predict(fit, w);
      expect(seconds).toBeGreaterThanOrEqual(w.seconds * slack);
      const atOnce = w.kind === "waiting" ? w.workers! : Math.min(w.workers!, w.cores);
      expect(seconds).toBeGreaterThanOrEqual(((w.tasks * w.seconds) / atOnce) * slack);
    }));

  it("parts are not negative and sum to the seconds", () =>
    holds((fit, w) => {
      const {seconds, parts} = predict(fit, w);
      for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(-1e-9 * seconds);
      expect(sum(parts)).toBeCloseTo(seconds, 8);
    }));

  it("grows with tasks at a fixed chunk, with their length, with payload", () =>
    holds((fit, w) => {
      const {seconds} = predict(fit, w);
      expect(predict(fit, {...w, tasks: w.tasks + 1}).seconds).toBeGreaterThanOrEqual(seconds * slack);
      expect(predict(fit, {...w, seconds: w.seconds * 1.1}).seconds).toBeGreaterThanOrEqual(seconds * slack);
      expect(predict(fit, {...w, payloadIn: w.payloadIn + 1000}).seconds).toBeGreaterThanOrEqual(seconds * slack);
      expect(predict(fit, {...w, payloadOut: w.payloadOut + 1000}).seconds).toBeGreaterThanOrEqual(seconds * slack);
    }));

  it("the band holds the point, and a larger spread gives a band round the smaller one", () =>
    holds((fit, w) => {
      const a = predict(fit, w);
      const b = predict({...fit, residualSd: fit.residualSd * 2}, w);
      expect(a.low).toBeLessThanOrEqual(a.seconds);
      expect(a.high).toBeGreaterThanOrEqual(a.seconds);
      expect(b.low).toBeLessThanOrEqual(a.low);
      expect(b.high).toBeGreaterThanOrEqual(a.high);
    }));

  it("units scale: all times ten times as long, the answer ten times as long", () =>
    holds((fit, w) => {
      const scale = 10;
      const p = fit.parameters;
      const scaled = makeFit({
        ...fit,
        startup: fit.startup.map((s) => ({
          workers: s.workers,
          importSeconds: 1,
          startSeconds: 2,
          firstSeconds: 1,
          stopSeconds: 1
        })),
        parameters: {
          ...p,
          call: p.call * scale,
          chunk: p.chunk * scale,
          workerChunk: p.workerChunk * scale,
          item: p.item * scale,
          byteIn: p.byteIn * scale,
          byteOut: p.byteOut * scale
        }
      });
      const [a, b] = [predict(fit, w).seconds, predict(scaled, {...w, seconds: w.seconds * scale}).seconds];
      expect(b / a / scale).toBeCloseTo(1, 9);
    }));
});
