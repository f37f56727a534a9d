import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {forms} from "../../src/model/fit.ts";
import {predict} from "../../src/model/predict.ts";
import {predictSeconds} from "../../src/model/predictSeconds.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit} from "../fixtures/fits.ts";

const cost = (max: number) => fc.double({min: 0, max, noNaN: true});
const anyFit = fc
  .record({
    form: fc.constantFrom(...forms),
    tool: fc.constantFrom("serial", "asyncio", "joblib", "multiprocessing", "concurrent-futures-thread"),
    parameters: fc.record({
      call: cost(0.1),
      chunk: cost(0.01),
      workerChunk: cost(0.01),
      item: cost(0.001),
      byteIn: cost(1e-8),
      byteOut: cost(1e-8),
      efficiency: fc.double({min: 0.3, max: 1, noNaN: true}),
      apart: cost(1),
      poll: cost(0.01)
    })
  })
  .map((changes) => makeFit({...changes, fitted: ["chunk", "item"], logCovariance: [[0.01], [0, 0.02]]}));
const anyWork = fc
  .record({
    tasks: fc.integer({min: 1, max: 20_000}),
    seconds: fc.double({min: 1e-6, max: 10, noNaN: true}),
    cores: fc.integer({min: 1, max: 32}),
    workers: fc.option(fc.integer({min: 1, max: 64})),
    kind: fc.constantFrom("cpu-gil" as const, "cpu-releases-gil" as const, "waiting" as const),
    payloadIn: fc.integer({min: 0, max: 1e7}),
    cv: fc.constantFrom(0, 0.4, 2),
    chunk: fc.option(fc.integer({min: 1, max: 100})),
    runsADay: fc.integer({min: 1, max: 50}),
    warm: fc.boolean()
  })
  .map((changes): Workload => ({...defaultWorkload, ...changes}));

describe("predictSeconds", () => {
  it("are the seconds of predict, whatever the form, the tool and the work", () =>
    fc.assert(
      fc.property(anyFit, anyWork, (fit, workload) => {
        expect(predictSeconds(fit, workload)).toBe(predict(fit, workload).seconds);
      }),
      {seed: 31, numRuns: 500}
    ));
});
