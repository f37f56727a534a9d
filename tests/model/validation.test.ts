import {describe, expect, it} from "vitest";
import {errorRow, type ToolCell} from "../../loaders/validationRows.ts";
import {binomialInterval} from "../../src/model/binomialInterval.ts";

describe("binomialInterval", () => {
  it("is Wilson's", () => {
    // 8 of 10: 0.4902 to 0.9433; none of 10: 0 to 0.2775.
    const [low, high] = binomialInterval(8, 10);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
    expect(binomialInterval(0, 10)[0]).toBe(0);
    expect(binomialInterval(0, 10)[1]).toBeCloseTo(0.2775, 4);
  });
});

describe("errorRow", () => {
  const cell = (predicted: number, measured: number, inside: boolean, quiet: number | null): ToolCell =>
    ({
      predicted_seconds: predicted,
      bare_seconds: predicted / 2,
      measured_seconds: measured,
      quiet_seconds: quiet,
      off_ratio: Math.max(predicted / measured, measured / predicted),
      over_ratio: measured / predicted,
      inside,
      samples: 4,
      samples_inside: inside ? 3 : 0
    }) as ToolCell;

  it("medians, ninth decile, coverage, by hand", () => {
    // Factors 1.1, 1.25, 2: median 1.25, ninth decile 1.25 + 0.8·0.75.
    const row = errorRow([cell(1, 1.1, true, null), cell(1.25, 1, true, 1.25), cell(1, 2, false, 1)]);
    expect(row.cells).toBe(3);
    expect(row.median_ratio).toBeCloseTo(1.25, 12);
    expect(row.p90_ratio).toBeCloseTo(1.85, 12);
    expect(row.quiet_median_ratio).toBeCloseTo(1, 12);
    expect(row.over_ratio).toBeCloseTo(1.1, 12);
    expect(row.coverage_share).toBeCloseTo(2 / 3, 12);
    expect(row.sample_coverage_share).toBeCloseTo(0.5, 12);
    expect(row.bare_median_ratio).toBeCloseTo(2.2, 12);
  });
});
