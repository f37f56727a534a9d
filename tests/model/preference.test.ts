import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {busyCores} from "../../src/model/busyCores.ts";
import {effortLines, effortWeights} from "../../src/model/effortLines.ts";
import {explain} from "../../src/model/explain.ts";
import {preference, score} from "../../src/model/preference.ts";
import {rank} from "../../src/model/rank.ts";
import type {ToolFacts, ToolFactsBySlug} from "../../src/model/toolFacts.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit, serialFit} from "../fixtures/fits.ts";

const described = (changes: Partial<ToolFacts>): ToolFacts => ({
  name: "a tool",
  kind: "pool",
  licence: "MIT",
  platforms: ["linux"],
  pythonStated: true,
  pythonFrom: null,
  pythonTo: null,
  service: false,
  state: true,
  lines: 10,
  distributions: 0,
  services: 0,
  ...changes
});
const facts: ToolFactsBySlug = {
  "concurrent-futures-process": described({lines: 10}),
  celery: described({kind: "queue", lines: 60, distributions: 15, services: 2})
};
const pool = makeFit({parameters: {chunk: 2e-4}});
const queue = makeFit({tool: "celery", variant: "prefork", parameters: {chunk: 1e-5}, startup: []});
const fits = [serialFit, pool, queue];
const ask = (changes: Partial<Workload>) => rank({...defaultWorkload, ...changes}, fits, facts);

describe("effortLines", () => {
  it("counts lines, distributions and services by the stated weights", () => {
    expect(effortWeights).toEqual({line: 1, distribution: 1, service: 20});
    expect(effortLines(facts["concurrent-futures-process"])).toBe(11);
    expect(effortLines(facts["celery"])).toBe(1 + 60 + 15 + 40);
    expect(effortLines(undefined)).toBeNull();
    expect(effortLines(described({lines: null}))).toBeNull();
  });
});

describe("preference", () => {
  it("leaves to speed what effort and cost do not take", () => {
    expect(preference({effortWeight: 0, costWeight: 0})).toEqual({speed: 1, effort: 0, cost: 0});
    expect(preference({effortWeight: 0.25, costWeight: 0.25})).toEqual({speed: 0.5, effort: 0.25, cost: 0.25});
    expect(preference({effortWeight: 1, costWeight: 1})).toEqual({speed: 0, effort: 0.5, cost: 0.5});
  });
  it("sums to one, whatever the weights", () => {
    const weight = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(weight, weight, (effortWeight, costWeight) => {
        const {speed, effort, cost} = preference({effortWeight, costWeight});
        expect(speed + effort + cost).toBeCloseTo(1, 12);
        expect(Math.min(speed, effort, cost)).toBeGreaterThanOrEqual(0);
      })
    );
  });
});

describe("score", () => {
  it("by hand: four seconds and nine lines at equal weights are six", () => {
    expect(score({speed: 0.5, effort: 0.5, cost: 0}, {seconds: 4, effortLines: 9, coreSeconds: 99})).toBeCloseTo(6, 12);
    expect(score({speed: 1, effort: 0, cost: 0}, {seconds: 4, effortLines: 9, coreSeconds: 99})).toBe(4);
  });
  it("ranks alike in seconds and in hours", () => {
    const number = fc.double({min: 1e-3, max: 1e6, noNaN: true});
    const weighed = fc.record({seconds: number, effortLines: number, coreSeconds: number});
    const weights = preference({effortWeight: 0.3, costWeight: 0.2});
    fc.assert(
      fc.property(weighed, weighed, (a, b) => {
        const hours = (one: typeof a) => ({...one, seconds: one.seconds / 3600, coreSeconds: one.coreSeconds / 3600});
        const [inSeconds, inHours] = [
          score(weights, a) / score(weights, b),
          score(weights, hours(a)) / score(weights, hours(b))
        ];
        expect(inHours / inSeconds).toBeCloseTo(1, 9);
      })
    );
  });
});

describe("busyCores", () => {
  const w = {...defaultWorkload, cores: 8};
  it("is one for a loop, and for threads that wait or take turns", () => {
    const threads = makeFit({tool: "concurrent-futures-thread", startMethod: "none"});
    expect(busyCores(serialFit, w)).toBe(1);
    expect(busyCores(threads, w)).toBe(1);
    expect(busyCores(threads, {...w, kind: "waiting"})).toBe(1);
    expect(busyCores(threads, {...w, kind: "cpu-releases-gil"})).toBe(8);
    expect(busyCores(pool, w)).toBe(8);
    expect(busyCores(pool, {...w, workers: 3})).toBe(3);
    expect(busyCores(pool, {...w, kind: "waiting", workers: 64})).toBe(8);
  });
});

describe("rank with weights", () => {
  it("goes by time alone while nothing else counts", () => {
    const {ranking} = ask({});
    expect(ranking.map(({score}) => score)).toEqual(ranking.map(({seconds}) => seconds));
    expect(ranking[0]!.tool).toBe("celery");
  });

  it("gives way to less effort as effort counts more, to the plain loop at last", () => {
    const winners = [0, 0.1, 0.3, 0.6, 1].map((effortWeight) => ask({effortWeight}).ranking[0]!.tool);
    expect(winners[0]).toBe("celery");
    expect(winners.at(-1)).toBe("serial");
    const order = ["celery", "concurrent-futures-process", "serial"];
    const places = winners.map((tool) => order.indexOf(tool));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("says what best means, and what the runner-up costs", () => {
    const answer = ask({effortWeight: 1});
    expect(answer.answer).toMatch(/^Keep the plain loop: at 50 s it is clearly the best for your weights; /);
    expect(answer.runner_up!.why).toMatch(/× the time, 11\.00× the effort, /);
  });

  it("leaves out a tool whose effort nobody counted, and says so, only where effort counts", () => {
    const bare = rank({...defaultWorkload, effortWeight: 0.2}, fits, {});
    expect(bare.excluded.map(({reason}) => reason)).toEqual([
      "its effort was not counted",
      "its effort was not counted"
    ]);
    expect(rank(defaultWorkload, fits, {}).excluded).toEqual([]);
  });

  it("finds the weight at which the answer changes where brute force finds it", () => {
    const workload = {...defaultWorkload};
    const {flips} = explain(rank(workload, fits, facts), fits, facts);
    const found = flips.find(({axis}) => axis === "effort_weight")!;
    const winner = (effortWeight: number) => ask({effortWeight}).ranking[0]!;
    const here = winner(0).tool;
    const brute = Array.from({length: 100}, (_, i) => (i + 1) / 100).find((weight) => winner(weight).tool !== here)!;
    expect(found).toMatchObject({direction: "above", at: brute, to: `${winner(brute).tool}:${winner(brute).variant}`});
  });
});
