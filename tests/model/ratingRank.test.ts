import {randomLcg} from "d3-random";
import {array, assert, constantFrom, dictionary, double, integer, property, record, tuple} from "fast-check";
import {describe, expect, it} from "vitest";
import {dominates, paretoFront} from "../../src/model/paretoFront.ts";
import {drawWeights, rankStability} from "../../src/model/rankStability.ts";
import {profilesOf, type RatedTool} from "../../src/model/ratingData.ts";
import {gates} from "../../src/model/ratingGate.ts";
import {rankTies} from "../../src/model/rankTies.ts";
import {failedGate, ratingRank} from "../../src/model/ratingRank.ts";
import {type Known, weightedScore} from "../../src/model/weightedScore.ts";

const exact = (value: number): Known => ({value, low: value, high: value});
const unknown: Known = {value: null, low: 1, high: 5};

describe("weightedScore", () => {
  it("is the weighted mean of what is known", () => {
    const total = weightedScore({a: exact(4), b: exact(2)}, {a: 3, b: 1});
    expect(total).toEqual({total: 3.5, low: 3.5, high: 3.5, coverage: 1});
  });
  it("leaves out what is missing, and opens the interval for it", () => {
    expect(weightedScore({a: exact(4), b: unknown}, {a: 3, b: 1})).toEqual({
      total: 4,
      low: 3.25,
      high: 4.25,
      coverage: 0.75
    });
  });
  it("has no total where nothing is known", () => {
    expect(weightedScore({a: unknown}, {a: 1})).toEqual({total: null, low: 1, high: 5, coverage: 0});
  });
  it("refuses weights that make no sense, and criteria that are not there", () => {
    expect(() => weightedScore({a: exact(1)}, {a: -1})).toThrow("weight of a must be 0 or more, got -1");
    expect(() => weightedScore({a: exact(1)}, {a: 0})).toThrow("at least one weight must be above 0");
    expect(() => weightedScore({a: exact(1)}, {b: 1})).toThrow("there is no criterion b; there are a");
  });
  it("stays within its interval and within the scale, whatever the weights", () => {
    const known = record({value: double({min: 1, max: 5, noNaN: true})}).map(({value}) => exact(value));
    assert(
      property(
        tuple(known, known, known),
        tuple(integer({min: 0, max: 9}), integer({min: 1, max: 9})),
        ([a, b, c], [x, y]) => {
          const {total, low, high} = weightedScore({a, b, c}, {a: x, b: y, c: 1});
          expect(total!).toBeGreaterThanOrEqual(low - 1e-9);
          expect(total!).toBeLessThanOrEqual(high + 1e-9);
          expect(low).toBeGreaterThanOrEqual(1 - 1e-9);
          expect(high).toBeLessThanOrEqual(5 + 1e-9);
        }
      )
    );
  });
  it("does not change with the scale of the weights", () => {
    const known = {a: exact(4), b: exact(1), c: unknown};
    expect(weightedScore(known, {a: 30, b: 50, c: 20})).toEqual(weightedScore(known, {a: 3, b: 5, c: 2}));
  });
});

describe("drawWeights", () => {
  it("sum to one, and give nothing to what weighs nothing", () => {
    assert(
      property(
        dictionary(constantFrom("a", "b", "c", "d"), integer({min: 0, max: 40}), {minKeys: 1}),
        constantFrom(null, 5, 100),
        (weights, concentration) => {
          if (Object.values(weights).every((weight) => weight === 0)) {
            expect(() => drawWeights(weights, concentration, randomLcg(0.4))).toThrow("above 0");
            return;
          }
          const drawn = drawWeights(weights, concentration, randomLcg(0.4));
          expect(Object.values(drawn).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          for (const [name, weight] of Object.entries(weights)) expect(name in drawn).toBe(weight > 0);
        }
      )
    );
  });
  it("have the given weights as their mean", () => {
    const source = randomLcg(0.7);
    const draws = Array.from({length: 4000}, () => drawWeights({a: 3, b: 1}, 20, source).a!);
    expect(draws.reduce((sum, value) => sum + value, 0) / draws.length).toBeCloseTo(0.75, 1);
  });
  it("keep closer to them the more they are concentrated", () => {
    const spread = (concentration: number) => {
      const source = randomLcg(0.7);
      const draws = Array.from({length: 2000}, () => drawWeights({a: 1, b: 1}, concentration, source).a!);
      return Math.sqrt(draws.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / draws.length);
    };
    // Beta(κ/2, κ/2) has the deviation 1 / (2 √(κ + 1)).
    expect(spread(100)).toBeCloseTo(1 / (2 * Math.sqrt(101)), 2);
    expect(spread(4)).toBeCloseTo(1 / (2 * Math.sqrt(5)), 2);
  });
});

describe("rankStability", () => {
  const best = {id: "best", known: {a: exact(5), b: exact(5)}};
  const left = {id: "left", known: {a: exact(4), b: exact(1)}};
  const right = {id: "right", known: {a: exact(1), b: exact(4)}};

  it("says of a tool that beats all that it stays first", () => {
    const [first] = rankStability([best, left, right], {a: 1, b: 1});
    expect(first).toEqual({id: "best", shares: [1, 0, 0], meanRank: 1});
  });
  it("splits what only the weights decide, evenly where they are even", () => {
    const [, one, other] = rankStability([best, left, right], {a: 1, b: 1}, {draws: 4000});
    expect(one!.shares[1]).toBeCloseTo(0.5, 1);
    expect(one!.shares[1]! + other!.shares[1]!).toBeCloseTo(1, 9);
  });
  it("draws what is not known between its limits", () => {
    const gap = {id: "gap", known: {a: unknown, b: unknown}};
    const middle = {id: "middle", known: {a: exact(3), b: exact(3)}};
    const [first] = rankStability([gap, middle], {a: 1, b: 1}, {draws: 4000});
    expect(first!.shares[0]).toBeCloseTo(0.5, 1);
  });
  it("gives the same answer to the same question, and shares that sum to one", () => {
    const ask = () => rankStability([left, right, best], {a: 2, b: 3}, {draws: 300});
    expect(ask()).toEqual(ask());
    for (const {shares} of ask()) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });
  it("never puts first what another beats on every criterion", () => {
    const value = double({min: 1, max: 4, noNaN: true});
    assert(
      property(tuple(value, value, value), tuple(value, value, value), (low, extra) => {
        const names = ["a", "b", "c"];
        const beaten = Object.fromEntries(names.map((name, place) => [name, exact(low[place]!)]));
        const better = Object.fromEntries(names.map((name, place) => [name, exact(low[place]! + extra[place]! / 4)]));
        const weights = {a: 1, b: 2, c: 3};
        const [one] = rankStability(
          [
            {id: "beaten", known: beaten},
            {id: "better", known: better}
          ],
          weights,
          {draws: 50}
        );
        expect(one!.shares[0]).toBe(0);
        expect(weightedScore(better, weights).total!).toBeGreaterThan(weightedScore(beaten, weights).total!);
      }),
      {numRuns: 40}
    );
  });
  it("refuses a number of draws that is none", () => {
    expect(() => rankStability([best], {a: 1}, {draws: 0})).toThrow("draws must be a whole number above 0, got 0");
  });
});

describe("paretoFront", () => {
  it("leaves out what another beats, and keeps equals", () => {
    const points = [
      {id: "a", values: [4, 1]},
      {id: "b", values: [1, 4]},
      {id: "c", values: [1, 1]},
      {id: "d", values: [4, 1]}
    ];
    expect(paretoFront(points)).toEqual(["a", "b", "d"]);
  });
  it("takes what is not known for no argument", () => {
    expect(dominates({id: "a", values: [5, null]}, {id: "b", values: [1, 1]})).toBe(false);
    expect(
      paretoFront([
        {id: "a", values: [5, 5]},
        {id: "b", values: [null, 1]}
      ])
    ).toEqual(["a", "b"]);
  });
  it("refuses to compare different numbers of axes", () => {
    expect(() => dominates({id: "a", values: [1]}, {id: "b", values: [1, 2]})).toThrow("a has 1 values and b has 2");
  });
  it("is never empty, and nothing on it is beaten", () => {
    const point = tuple(integer({min: 0, max: 4}), integer({min: 0, max: 4}), integer({min: 0, max: 4}));
    assert(
      property(array(point, {minLength: 1, maxLength: 12}), (values) => {
        const points = values.map((one, place) => ({id: String(place), values: one}));
        const front = paretoFront(points);
        expect(front.length).toBeGreaterThan(0);
        for (const id of front) {
          const mine = points.find((one) => one.id === id)!;
          expect(points.filter((other) => dominates(other, mine))).toEqual([]);
        }
      })
    );
  });
});

const gatesAll = Object.fromEntries(Object.keys(gates).map((key) => [key, {pass: true, reason: "yes"}]));
const tool = (slug: string, changes: object = {}) =>
  ({slug, name: slug, league: "tools", scores: {}, gates: gatesAll, ...changes}) as unknown as RatedTool;

describe("ratingRank", () => {
  const known = new Map<string, Record<string, Known>>([
    ["good", {a: exact(4), b: exact(4)}],
    ["bad", {a: exact(2), b: exact(2)}],
    ["thin", {a: unknown, b: exact(5)}],
    ["out", {a: exact(5), b: exact(5)}]
  ]);
  const rows = ratingRank(
    [
      tool("bad"),
      tool("good"),
      tool("thin"),
      tool("out", {gates: {...gatesAll, windows: {pass: null, reason: "not established"}}})
    ],
    {a: 1, b: 1},
    ["windows"],
    ({slug}) => known.get(slug)!
  );

  it("ranks what passes, best first; the rest stays visible with its reason", () => {
    expect(rows.map(({tool, rank}) => [tool.slug, rank])).toEqual([
      ["good", 1],
      ["bad", 2],
      ["out", null],
      ["thin", null]
    ]);
    expect(rows[2]!.excluded).toBe("runs on Windows without an emulation: not established");
    expect(rows[3]!.excluded).toBe("evidence covers 50 % of the weights");
  });
  it("says nothing of gates that were not set", () => {
    expect(
      failedGate(tool("out", {gates: {...gatesAll, windows: {pass: false, reason: "WSL"}}}), ["hosts"])
    ).toBeNull();
  });
});

describe("profilesOf", () => {
  const row = (criterion_id: string, weight: number) => ({profile_id: "A", profile_name: "work", criterion_id, weight});
  it("gathers weights and gates", () => {
    expect(profilesOf([row("K1", 60), row("K2", 40)], () => ["local"])).toEqual([
      {id: "A", name: "work", weights: {K1: 60, K2: 40}, gates: ["local"]}
    ]);
  });
  it("refuses weights that do not sum to a hundred", () => {
    expect(() => profilesOf([row("K1", 60)], () => [])).toThrow("profile A must sum to 100, got 60");
  });
});

describe("rankTies", () => {
  const shares = (...values: readonly number[]) => values.map((share, place) => ({name: "abcdef"[place]!, share}));
  it("is none for a leader that is first in nine draws of ten, or alone", () => {
    expect(rankTies(shares(0.9, 0.1))).toEqual([]);
    expect(rankTies(shares(0.3))).toEqual([]);
    expect(rankTies([])).toEqual([]);
  });
  it("names who is often first, the most often before the others, three at most", () => {
    expect(rankTies(shares(0.3, 0.12, 0.4, 0.18))).toEqual(["c", "d", "b"]);
    expect(rankTies(shares(0.2, 0.16, 0.16, 0.16, 0.16, 0.16))).toEqual(["b", "c", "d"]);
  });
  it("names the runner-up where many share the rest", () => {
    expect(rankTies(shares(0.85, 0.05, 0.05, 0.05))).toEqual(["b"]);
  });
});
