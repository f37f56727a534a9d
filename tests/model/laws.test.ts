import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {publishedLawPoints} from "../../loaders/lawRows.ts";
import {amdahl} from "../../src/model/amdahl.ts";
import {lawAicc} from "../../src/model/fitLaw.ts";
import {fitLaws} from "../../src/model/fitLaws.ts";
import {gustafson} from "../../src/model/gustafson.ts";
import type {LawPoint} from "../../src/model/law.ts";
import {lawThroughput} from "../../src/model/lawThroughput.ts";
import {studentQuantile} from "../../src/model/studentQuantile.ts";
import {usl} from "../../src/model/usl.ts";

const reference = publishedLawPoints(readFileSync("data/usl_reference.csv", "utf8"));
const loads = [1, 2, 4, 8, 16, 32, 64];
const none = {contention: null, serialShare: null, coherence: null};
const series = (parameters: Parameters<typeof lawThroughput>[0], at = loads): LawPoint[] =>
  at.map((load) => ({load, throughput: lawThroughput(parameters, load), workPerLoad: 50}));

describe("usl", () => {
  it("reproduces the example that the R package usl publishes", () => {
    const fit = usl(reference, "absolute")!;
    // https://github.com/smoeding/usl, vignette: alpha 0.0277, beta 0.000104, peak 96.5.
    expect(fit.contention!.value).toBeCloseTo(0.0277, 4);
    expect(fit.coherence!.value).toBeCloseTo(0.000104, 6);
    expect(fit.peak!.value).toBeCloseTo(96.5, 0);
    expect(fit.peak!.low).toBeLessThan(fit.peak!.value);
    expect(fit.peak!.high).toBeGreaterThan(fit.peak!.value);
    expect(fit.coherence!.low).toBeGreaterThan(0);
  });

  it("is charged more for its third parameter than seven points repay, by AICc, though β is off zero", () => {
    const {fits, chosen} = fitLaws(reference, {error: "absolute"});
    const aicc = Object.fromEntries(fits.map((fit) => [fit.law, fit.aicc]));
    expect(chosen).toBe("amdahl");
    expect(aicc["usl"]! - aicc["amdahl"]!).toBeCloseTo(3.05, 2);
  });

  it("gives the rate that the package gives, too", () => {
    expect(usl(reference, "absolute")!.rate.value).toBeCloseTo(89.995, 3);
  });

  it("peaks at √((1 − α)/β)", () => {
    const fit = usl(reference, "absolute")!;
    expect(fit.peak!.value).toBeCloseTo(Math.sqrt((1 - fit.contention!.value) / fit.coherence!.value), 9);
  });

  it("recovers what a series was made with, whatever its units", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.001, max: 0.4, noNaN: true}),
        fc.double({min: 1e-5, max: 5e-3, noNaN: true}),
        fc.double({min: 1e-3, max: 1e6, noNaN: true}),
        (contention, coherence, rate) => {
          const fit = usl(series({...none, law: "usl", rate, contention, coherence}))!;
          expect(fit.rate.value / rate).toBeCloseTo(1, 5);
          expect(fit.contention!.value).toBeCloseTo(contention, 6);
          expect(fit.coherence!.value).toBeCloseTo(coherence, 7);
        }
      ),
      {numRuns: 100, seed: 5}
    );
  });

  it("has no peak where β may be 0, and says so", () => {
    const noise = [1.01, 0.99, 1.012, 0.988, 1.01, 0.991, 1.009];
    const points = series({...none, law: "amdahl", rate: 100, contention: 0.03}).map((point, i) => ({
      ...point,
      throughput: point.throughput * noise[i]!
    }));
    const fit = usl(points)!;
    expect(fit.coherence!.low).toBe(0);
    expect(fit.peak).toBeNull();
    expect(fit.peakReason).toMatch(/β may be 0/);
  });

  it("never gives a negative share or cost: a series better than linear keeps both at 0", () => {
    const points = loads.map((load) => ({load, throughput: 10 * load ** 1.05}));
    const fit = usl(points)!;
    expect(fit.contention!.value).toBe(0);
    expect(fit.coherence!.value).toBe(0);
    expect(fit.contention!.low).toBe(0);
    expect(fit.coherence!.high).toBeGreaterThanOrEqual(0);
  });
});

describe("amdahl", () => {
  it("recovers a serial share by hand: a quarter bounds four workers at 1/(1/4 + 3/16)", () => {
    const points = series({...none, law: "amdahl", rate: 1, contention: 0.25});
    expect(points[2]!.throughput).toBeCloseTo(1 / (0.25 + 0.75 / 4), 12);
    expect(amdahl(points)!.contention!.value).toBeCloseTo(0.25, 8);
  });
});

describe("gustafson", () => {
  const growing = series({...none, law: "gustafson", rate: 5, serialShare: 0.1});
  it("recovers a serial share by hand: a tenth leaves sixty-four workers at 57.7", () => {
    expect(growing[6]!.throughput).toBeCloseTo(5 * (64 - 0.1 * 63), 12);
    expect(gustafson(growing)!.serialShare!.value).toBeCloseTo(0.1, 8);
  });
  it("is fitted only where the work grows with the workers", () => {
    const capped = growing.map((point) => (point.load === 64 ? {...point, workPerLoad: 31.25} : point));
    expect(gustafson(capped)!.range).toEqual([1, 32]);
    const fixed = growing.map((point) => ({...point, workPerLoad: 50 / point.load}));
    expect(fitLaws(fixed).fits.map(({law}) => law)).toEqual(["amdahl", "usl"]);
    expect(fitLaws(growing).chosen).toBe("gustafson");
  });
});

describe("fitLaws", () => {
  it("does not tell laws from fewer than six loads, nor from loads beyond the capacity", () => {
    const points = series({...none, law: "amdahl", rate: 1, contention: 0.1});
    expect(fitLaws(points.slice(0, 5))).toMatchObject({
      fits: [],
      chosen: null,
      reason: "not identifiable from 5 loads"
    });
    expect(fitLaws(points, {capacity: 2}).reason).toBe("not identifiable from 2 loads");
    expect(fitLaws(points, {capacity: 1}).reason).toBe("not identifiable from 1 load");
    expect(fitLaws(points).chosen).not.toBeNull();
  });
});

describe("lawAicc", () => {
  it("is n ln(RSS/n) + 2K + 2K(K + 1)/(n − K − 1), the variance among the K", () => {
    // Seven points, three parameters: 7 ln(7/7) + 8 + 40/2.
    expect(lawAicc(7, 7, 3)).toBeCloseTo(28, 12);
    expect(lawAicc(1, 5, 3)).toBe(Infinity);
  });
});

describe("studentQuantile", () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [10, 2.228],
    [30, 2.042]
  ])("holds 95 %% with %d degrees of freedom within %d", (freedom, expected) => {
    expect(studentQuantile(0.95, freedom)).toBeCloseTo(expected, 3);
  });
  it("refuses what makes no sense", () => {
    expect(() => studentQuantile(1, 3)).toThrow("probability must be in 0…1, got 1");
    expect(() => studentQuantile(0.95, 0)).toThrow("freedom must be a whole number from 1, got 0");
  });
});
