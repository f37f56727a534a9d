import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {winnerCells} from "../../src/components/winnerCells.ts";
import {adviseBatch} from "../../src/model/adviseBatch.ts";
import {breakEven} from "../../src/model/breakEven.ts";
import {explain} from "../../src/model/explain.ts";
import type {Fit} from "../../src/model/fit.ts";
import {parseWorkload} from "../../src/model/parseWorkload.ts";
import {predict} from "../../src/model/predict.ts";
import {rank} from "../../src/model/rank.ts";
import {importsAnew} from "../../src/model/toolTraits.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {workloadFromSearch} from "../../src/model/workloadFromSearch.ts";
import {workloadToSearch} from "../../src/model/workloadToSearch.ts";
import {makeFit, serialFit} from "../fixtures/fits.ts";

const work = (changes: Partial<Workload> = {}): Workload => ({
  ...defaultWorkload,
  tasks: 100,
  seconds: 0.01,
  ...changes
});
const spawn = makeFit({startMethod: "spawn"});
const fork = makeFit({tool: "multiprocessing", variant: "pool", startMethod: "fork"});
const threads = makeFit({tool: "concurrent-futures-thread", startMethod: "none"});
const coroutines = makeFit({tool: "asyncio", startMethod: "none"});
const loky = makeFit({tool: "joblib", variant: "loky", startMethod: "none"});
const prefork = makeFit({tool: "celery", variant: "prefork", startMethod: "none"});
const celeryThreads = makeFit({tool: "celery", variant: "threads", startMethod: "none"});
const forkserver = makeFit({startMethod: "forkserver"});
const interpreters = makeFit({tool: "concurrent-futures-interpreter", startMethod: "none"});
const ray = makeFit({tool: "ray", variant: "tasks", startMethod: "none"});
const fits = [serialFit, spawn, fork, threads, coroutines, loky, prefork, forkserver, interpreters, ray];

/** What imports add to a run of a workload, seconds. */
const added = (fit: Fit, changes: Partial<Workload>) => {
  const there = work(changes);
  return predict(fit, there).parts.start - predict(fit, {...there, imports: 0}).parts.start;
};

describe("the reader's imports", () => {
  it("by hand: a spawned pool of two starts in half a second, imports for two more, then halves the work", () => {
    const {seconds, parts} = predict(spawn, work({imports: 2}));
    expect(parts.start).toBeCloseTo(0.5 + 2, 12);
    expect(seconds).toBeCloseTo(0.5 + 2 + 0.5, 12);
  });

  it.each([
    ["a spawned pool", spawn],
    ["a pool from a fork server", forkserver],
    ["loky", loky],
    ["Ray", ray],
    ["Celery's forks, which are not the caller's", prefork],
    ["interpreters of their own", interpreters]
  ])("%s: each worker pays, as many at a time as there are cores", (_, fit) => {
    expect(added(fit, {imports: 2})).toBeCloseTo(2, 12);
    expect(added(fit, {imports: 2, workers: 8, cores: 2})).toBeCloseTo(8, 12);
    expect(added(fit, {imports: 2, workers: 3, cores: 2})).toBeCloseTo(3, 12);
    expect(added(fit, {imports: 2, workers: 2, cores: 8})).toBeCloseTo(2, 12);
    expect(added(fit, {imports: 2, workers: 8, cores: 2, kind: "waiting"})).toBeCloseTo(8, 12);
  });

  it.each([
    ["the plain loop", serialFit],
    ["forks", fork],
    ["threads", threads],
    ["coroutines", coroutines]
  ])("%s: nothing", (_, fit) => {
    expect(added(fit, {imports: 2, workers: 8})).toBe(0);
  });

  it("Celery's threads share one program, which imports once; joblib with one worker calls in the program itself", () => {
    expect(added(celeryThreads, {imports: 2, workers: 8, cores: 2})).toBeCloseTo(2, 12);
    expect(added(loky, {imports: 2, workers: 1})).toBe(0);
  });

  it("are shared by the runs that share a start, and done where workers stand ready", () => {
    expect(added(spawn, {imports: 2, runsADay: 10})).toBeCloseTo(0.2, 12);
    expect(added(spawn, {imports: 2, warm: true})).toBe(0);
  });

  it("of no seconds leave every answer as it was", () => {
    const answer = explain(rank(work(), fits), fits);
    const none = explain(rank(work({imports: 0}), fits), fits);
    expect(none).toEqual(answer);
    expect(answer.ranking.map(({parts}) => parts.start).toSorted()).toEqual(
      fits
        .filter((fit) => fit !== forkserver)
        .map((fit) => (fit === serialFit ? 0 : 0.5))
        .toSorted()
    );
  });

  it("of two seconds lose a short batch to forks, threads and the loop", () => {
    const order = (imports: number) =>
      rank(work({imports, kind: "cpu-releases-gil", seconds: 0.015, startMethod: "none"}), [
        serialFit,
        spawn,
        fork,
        threads
      ]).ranking.map(({tool}) => tool);
    expect(order(0).at(-1)).toBe("serial");
    expect(order(2).slice(0, 3).toSorted()).toEqual(["concurrent-futures-thread", "multiprocessing", "serial"]);
    expect(order(2).at(-1)).toBe("concurrent-futures-process");
  });

  it("move the edges: cold from two and a half seconds of start, warm not at all", () => {
    // Two workers save half of n · 0.01 s. An odd task more saves nothing, so 0.5 s of start are passed with 102 tasks.
    expect(breakEven(spawn, work(), "tasks").value).toBe(102);
    expect(breakEven(spawn, work({imports: 2}), "tasks").value).toBe(502);
    expect(breakEven(fork, work({imports: 2}), "tasks").value).toBe(breakEven(fork, work(), "tasks").value);
    expect(breakEven(spawn, work({imports: 2, warm: true}), "tasks")).toEqual(
      breakEven(spawn, work({warm: true}), "tasks")
    );
    const edge = (imports: number) => breakEven(spawn, work({imports}), "runs_a_day").value;
    expect([edge(0), edge(2)]).toEqual([2, 6]);
  });

  it("take a run to forks where without them spawned workers would win, and to the loop in a field of the map", () => {
    const slowFork = makeFit({
      tool: "multiprocessing",
      variant: "pool",
      startMethod: "fork",
      startup: [{workers: 2, importSeconds: 0, startSeconds: 1, firstSeconds: 0, stopSeconds: 0}]
    });
    const first = (imports: number) =>
      rank(work({imports, tasks: 1000}), [serialFit, spawn, slowFork]).ranking[0]!.tool;
    expect([first(0), first(2)]).toEqual(["concurrent-futures-process", "multiprocessing"]);
    const at = (imports: number) =>
      winnerCells([serialFit, spawn], work({imports}), {grid: {seconds: [0.01, 0.1], tasks: [30, 300], steps: 1}})[0];
    expect([at(0)!.tool, at(2)!.tool]).toEqual(["concurrent-futures-process", "serial"]);
  });

  it("are charged by one rule: advice on a batch and the planner agree for every way of starting", () => {
    const batch = {items: 40, seconds: 0.1, kind: "cpu-gil", pool: "process", payloadIn: 0, payloadOut: 0} as const;
    for (const fit of [spawn, fork, forkserver]) {
      const seconds = (importSeconds: number) =>
        adviseBatch({...batch, importSeconds}, {cores: 2, platform: "linux"}, [fit]).pool!.seconds;
      expect(seconds(1.5) - seconds(0), fit.startMethod).toBeCloseTo(importsAnew(fit) ? 1.5 : 0, 12);
    }
  });

  it("never make a run faster, and no slower than one after the other", () => {
    const anyFit = fc.constantFrom(...fits, celeryThreads);
    const anyWork = fc.record({
      tasks: fc.integer({min: 1, max: 1e5}),
      seconds: fc.double({min: 1e-6, max: 10, noNaN: true}),
      cores: fc.integer({min: 1, max: 32}),
      workers: fc.integer({min: 1, max: 64}),
      kind: fc.constantFrom("cpu-gil" as const, "cpu-releases-gil" as const, "waiting" as const),
      runsADay: fc.integer({min: 1, max: 1000}),
      warm: fc.boolean(),
      imports: fc.double({min: 0, max: 60, noNaN: true})
    });
    fc.assert(
      fc.property(anyFit, anyWork, fc.double({min: 0, max: 60, noNaN: true}), (fit, changes, more) => {
        const [few, many] = [work(changes), work({...changes, imports: changes.imports + more})];
        const [a, b] = [predict(fit, few), predict(fit, many)];
        expect(b.seconds).toBeGreaterThanOrEqual(a.seconds);
        expect(b.low).toBeGreaterThanOrEqual(a.low);
        expect(b.high).toBeGreaterThanOrEqual(a.high);
        expect(b.seconds - a.seconds).toBeLessThanOrEqual((more * changes.workers) / changes.runsADay + 1e-6);
        const sum = Object.values(b.parts).reduce((total, part) => total + part, 0);
        expect(sum / b.seconds).toBeCloseTo(1, 9);
      }),
      {numRuns: 400, seed: 3}
    );
  });
});

describe("imports in the address", () => {
  it("come back as they were, and are left out at their default", () => {
    expect(workloadToSearch({...defaultWorkload, imports: 0.5})).toBe("?imports=0.5");
    expect(workloadFromSearch("?imports=0.5")).toEqual({workload: {...defaultWorkload, imports: 0.5}, problems: []});
    expect(workloadToSearch(defaultWorkload)).toBe("");
    expect(workloadFromSearch("").workload.imports).toBe(0);
  });

  it.each(["-1", "601", "much", ""])("%j gets a sentence, and none are assumed", (text) => {
    const {workload, problems} = parseWorkload({imports: text});
    expect(problems).toEqual([`imports must be 0…600, got ${text}`]);
    expect(workload.imports).toBe(0);
  });
});
