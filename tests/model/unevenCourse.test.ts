import {randomLcg, randomNormal} from "d3-random";
import fc from "fast-check";
import {describe, expect, it, vi} from "vitest";
import {makespan} from "../../src/model/makespan.ts";
import {unevenCourse} from "../../src/model/unevenCourse.ts";

const schedules = 16;
const most = 128;

/** The lengths as the model says it draws them: a seeded row a schedule, each chunk divided by its mean over the schedules. */
function rows(sigma: number, chunks: number): readonly (readonly number[])[] {
  const drawn = Array.from({length: schedules}, (_, row) => {
    const normal = randomNormal.source(randomLcg((row + 1) / (schedules + 1)))(0, 1);
    return Array.from({length: chunks}, () => Math.exp(sigma * normal()));
  });
  return drawn.map((row) =>
    row.map((length, at) => (length * schedules) / drawn.reduce((sum, other) => sum + other[at]!, 0))
  );
}

describe("unevenCourse", () => {
  it("is the mean and the spread of sixteen plain simulations, in whatever steps it is asked for", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 9}),
        fc.double({min: 0.01, max: 2, noNaN: true}),
        fc.array(fc.integer({min: 1, max: 60}), {minLength: 1, maxLength: 5}),
        (workers, sigma, steps) => {
          for (const chunks of steps) unevenCourse(workers, sigma, {chunks, most});
          const end = Math.max(...steps);
          const {mean, sd} = unevenCourse(workers, sigma, {chunks: end, most});
          const lengths = rows(sigma, end);
          for (let chunks = 1; chunks <= end; chunks += 1) {
            const ends = lengths.map((row) => makespan(row.slice(0, chunks), workers));
            const middle = ends.reduce((a, b) => a + b, 0) / schedules;
            const variance = ends.reduce((sum, one) => sum + (one - middle) ** 2, 0) / schedules;
            expect(mean[chunks]! / middle).toBeCloseTo(1, 12);
            expect(sd[chunks]!).toBeCloseTo(Math.sqrt(variance), 5);
          }
        }
      ),
      {seed: 21, numRuns: 60}
    ));

  it("more workers are never later, more chunks never earlier", () =>
    fc.assert(
      fc.property(fc.integer({min: 1, max: 40}), fc.double({min: 0.01, max: 3, noNaN: true}), (workers, sigma) => {
        const [few, more] = [workers, workers + 1].map(
          (count) => unevenCourse(count, sigma, {chunks: most, most}).mean
        );
        for (let chunks = 1; chunks <= most; chunks += 1) {
          expect(more![chunks]!).toBeLessThanOrEqual(few![chunks]! * (1 + 1e-12));
          expect(few![chunks]!).toBeGreaterThanOrEqual(few![chunks - 1]!);
        }
      }),
      {seed: 22, numRuns: 60}
    ));

  it("plays nothing twice: as many chunks again, or fewer, or more workers for lengths that are drawn, draw nothing", () => {
    const sigma = 0.123;
    const course = unevenCourse(3, sigma, {chunks: 50, most});
    const drawn = vi.spyOn(Math, "exp");
    expect(unevenCourse(3, sigma, {chunks: 50, most})).toBe(course);
    expect(unevenCourse(3, sigma, {chunks: 20, most})).toBe(course);
    unevenCourse(5, sigma, {chunks: 50, most});
    expect(drawn).not.toHaveBeenCalled();
    unevenCourse(5, sigma, {chunks: 51, most});
    expect(drawn).toHaveBeenCalled();
    drawn.mockRestore();
  });

  it("forgets in time, and finds the same again", () => {
    const workers = 1024;
    const ask = (sigma: number) => unevenCourse(workers, sigma, {chunks: workers, most: workers});
    const first = ask(0.5);
    const known = [...first.mean];
    for (let spread = 1; spread <= 200; spread += 1) ask(spread / 1000);
    const again = ask(0.5);
    expect(again).not.toBe(first);
    expect([...again.mean]).toEqual(known);
  });
});
