import {describe, expect, it} from "vitest";
import {mersenneTwister} from "../../src/model/mersenneTwister.ts";
import {normalQuantile} from "../../src/model/normalQuantile.ts";
import {taskLengths} from "../../src/model/taskLengths.ts";

describe("mersenneTwister", () => {
  it("draws what Python's random.Random(seed) draws", () => {
    const draw = mersenneTwister(1);
    expect([draw(), draw()]).toEqual([0.13436424411240122, 0.8474337369372327]);
    let last = 0;
    for (let i = 0; i < 1000; i += 1) last = draw();
    expect(last).toBe(0.13020153534647938);
    expect(mersenneTwister(20_261_124)()).toBe(0.823895038465414);
  });
});

describe("normalQuantile", () => {
  it("agrees with Python's NormalDist().inv_cdf", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.3)).toBeCloseTo(-0.5244005127080407, 14);
    expect(normalQuantile(0.01)).toBeCloseTo(-2.3263478740408408, 14);
    expect(normalQuantile(0.975)).toBeCloseTo(1.9599639845400536, 14);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301132, 13);
  });
  it("is not a number outside", () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([NaN, NaN, NaN]);
  });
});

describe("taskLengths", () => {
  // The first three, the last and the longest of bench/workloads/task_lengths.py, relative_lengths(100, …).
  it.each([
    [
      "lognormal",
      0.5,
      [0.3727927590904535, 1.622630057271903, 0.7220803768428937, 0.31653537719355074, 2.9973732960198025]
    ],
    [
      "lognormal",
      1.5,
      [0.05359683515391463, 2.2237611425355763, 0.28602550269409044, 0.03541463156550286, 10.524039844031961]
    ],
    ["pareto", 1, [0.4700303192633086, 1.624914141809993, 0.57943776413796, 0.4645638718380521, 8.206110825540998]]
  ] as const)("the harness's %s lengths of variation %d", (distribution, cv, expected) => {
    const lengths = taskLengths(100, distribution, cv);
    const found = [...lengths.slice(0, 3), lengths[99]!, Math.max(...lengths)];
    expected.forEach((value, i) => expect(found[i]! / value).toBeCloseTo(1, 9));
    expect(lengths.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 9);
  });

  it("even tasks have one length; what cannot be had is refused", () => {
    expect(taskLengths(3, "constant", 0)).toEqual([1, 1, 1]);
    expect(() => taskLengths(10, "pareto", 5)).toThrow("cv of 10 pareto tasks must be above 0 and below 2.70, got 5");
  });
});
