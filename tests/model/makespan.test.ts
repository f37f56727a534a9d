import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {evenChunks} from "../../src/model/chunkPlan.ts";
import {makespan} from "../../src/model/makespan.ts";
import {predict} from "../../src/model/predict.ts";
import {unevenLongest} from "../../src/model/unevenLongest.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit} from "../fixtures/fits.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("makespan, by hand", () => {
  it("hands each task to whoever is free first", () => {
    // Worker A: 3, then 2 at 3 → 5; B: 1, 1, 1 → 3; the last one (4) goes to B at 3 → 7.
    expect(makespan([3, 1, 1, 1, 2, 4], 2)).toBe(7);
  });

  it("takes chunks whole, the last of them short", () => {
    // Chunks 3+1, 1+1, 2+4, 5: A has 4, B has 2 then 6 → 8, and 5 goes to A → 9.
    expect(makespan([3, 1, 1, 1, 2, 4, 5], 2, {chunk: 2})).toBe(9);
    expect(makespan([3, 1, 1, 1, 2, 4, 5], 2, {chunk: [1, 3, 1, 2]})).toBe(12);
  });

  it("waits for the dispatcher", () => {
    // Handed out at 1, 2, 3: done at 1.5, 2.5, 3.5.
    expect(makespan([0.5, 0.5, 0.5], 8, {dispatchSeconds: 1})).toBe(3.5);
  });

  it("one worker does it all, nothing takes nothing", () => {
    expect(makespan([1, 2, 3], 1)).toBe(6);
    expect(makespan([], 4)).toBe(0);
  });
});

const durations = fc.array(fc.double({min: 1e-3, max: 100, noNaN: true}), {minLength: 1, maxLength: 60});
const workers = fc.integer({min: 1, max: 12});
const chunk = fc.integer({min: 1, max: 10});

describe("laws of makespan", () => {
  it("never below the longest chunk or the work divided, never above Graham's bound", () =>
    fc.assert(
      fc.property(durations, workers, chunk, (lengths, count, size) => {
        const chunks = Array.from({length: Math.ceil(lengths.length / size)}, (_, i) =>
          sum(lengths.slice(i * size, (i + 1) * size))
        );
        const found = makespan(lengths, count, {chunk: size});
        const least = Math.max(...chunks, sum(lengths) / count);
        expect(found).toBeGreaterThanOrEqual(least * (1 - 1e-12));
        expect(found).toBeLessThanOrEqual((2 - 1 / count) * least * (1 + 1e-12));
      }),
      {seed: 3}
    ));

  it("one task more never makes it shorter, and time scales", () =>
    fc.assert(
      fc.property(durations, workers, chunk, fc.double({min: 0, max: 1, noNaN: true}), (lengths, count, size, o) => {
        const options = {chunk: size, dispatchSeconds: o};
        const found = makespan(lengths, count, options);
        expect(makespan([...lengths, 0.5], count, options)).toBeGreaterThanOrEqual(found);
        const scaled = makespan(
          lengths.map((length) => 10 * length),
          count,
          {chunk: size, dispatchSeconds: 10 * o}
        );
        expect(scaled / found / 10).toBeCloseTo(1, 9);
      }),
      {seed: 4}
    ));

  it("one worker more never makes it longer", () =>
    fc.assert(
      fc.property(durations, workers, chunk, fc.double({min: 0, max: 1, noNaN: true}), (lengths, count, size, o) => {
        const options = {chunk: size, dispatchSeconds: o};
        const found = makespan(lengths, count, options);
        expect(makespan(lengths, count + 1, options)).toBeLessThanOrEqual(found * (1 + 1e-12));
      }),
      {seed: 9}
    ));
});

describe("unevenLongest", () => {
  it("comes to the even plan as the lengths become equal", () => {
    const plan = evenChunks(40, 3, 4);
    expect(unevenLongest(plan, 40, 4, 1e-6).items).toBeCloseTo(plan.longestItems, 3);
  });

  it("agrees with a simulation of its own over many seeds", () => {
    // Log-normal lengths of mean 1 and variation 1, 24 tasks on 3 workers.
    const sigma = Math.sqrt(Math.log(2));
    let state = 1;
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const found = Array.from({length: 4000}, () =>
      makespan(
        Array.from({length: 24}, () => Math.exp(sigma * normal() - sigma ** 2 / 2)),
        3
      )
    );
    const {items} = unevenLongest(evenChunks(24, 1, 3), 24, 3, 1);
    expect(items / (sum(found) / found.length)).toBeCloseTo(1, 1);
  });

  it("never less than the work divided by the workers, and grows with the tasks", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 3000}),
        fc.integer({min: 1, max: 40}),
        workers,
        fc.double({min: 0.05, max: 3, noNaN: true}),
        (tasks, size, count, cv) => {
          const at = (n: number) => unevenLongest(evenChunks(n, size, count), n, count, cv).items;
          expect(at(tasks)).toBeGreaterThanOrEqual((tasks / count) * (1 - 1e-9));
          expect(at(tasks + 1)).toBeGreaterThanOrEqual(at(tasks) * (1 - 1e-9));
        }
      ),
      {seed: 5, numRuns: 200}
    ));
});

const anyWork = fc
  .record({
    tasks: fc.integer({min: 1, max: 5000}),
    seconds: fc.double({min: 1e-5, max: 2, noNaN: true}),
    workers: fc.integer({min: 1, max: 32}),
    cores: fc.integer({min: 1, max: 32}),
    chunk: fc.integer({min: 1, max: 100}),
    cv: fc.double({min: 0, max: 2, noNaN: true})
  })
  .map((changes): Workload => ({...defaultWorkload, ...changes, warm: true}));

describe("predict of uneven tasks", () => {
  const fit = makeFit({parameters: {call: 1e-3, chunk: 1e-4, workerChunk: 1e-4, item: 1e-6, efficiency: 0.95}});

  it("keeps the laws: the work bound, more tasks, longer tasks", () =>
    fc.assert(
      fc.property(anyWork, (w) => {
        const {seconds, low, high} = predict(fit, w);
        expect(seconds).toBeGreaterThanOrEqual(((w.tasks * w.seconds) / Math.min(w.workers!, w.cores)) * (1 - 1e-9));
        expect(predict(fit, {...w, tasks: w.tasks + 1}).seconds).toBeGreaterThanOrEqual(seconds * (1 - 1e-9));
        expect(predict(fit, {...w, seconds: w.seconds * 1.1}).seconds).toBeGreaterThanOrEqual(seconds * (1 - 1e-9));
        expect(low).toBeLessThanOrEqual(seconds);
        expect(high).toBeGreaterThanOrEqual(seconds);
      }),
      {seed: 6, numRuns: 300}
    ));

  it("uneven tasks in few large chunks lose more than one by one, and their band is wider", () => {
    const w = {...defaultWorkload, tasks: 100, seconds: 1, workers: 4, cores: 4, warm: true, cv: 1.5};
    const [single, chunked] = [predict(fit, {...w, chunk: 1}), predict(fit, {...w, chunk: 12})];
    expect(chunked.seconds).toBeGreaterThan(single.seconds * 1.1);
    expect(single.seconds).toBeGreaterThan(predict(fit, {...w, chunk: 1, cv: 0}).seconds);
    expect(single.logSd).toBeGreaterThan(predict(fit, {...w, chunk: 1, cv: 0}).logSd);
  });
});
