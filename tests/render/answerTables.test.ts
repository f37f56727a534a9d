import {describe, expect, it} from "vitest";
import {answerLayouts} from "../../loaders/answerLayouts.ts";
import {plannerFacts} from "../../loaders/plannerFacts.ts";
import {readRuns} from "../../loaders/readRuns.ts";
import {rescaleRows} from "../../loaders/rescaleRows.ts";
import {makeFit, serialFit} from "../fixtures/fits.ts";

describe("plannerFacts", () => {
  it("has what gates and effort ask for every tool that is timed on calls", async () => {
    const {facts, referenceStepSeconds} = await plannerFacts();
    expect(referenceStepSeconds).toBeGreaterThan(0);
    for (const slug of ["multiprocessing", "joblib", "ray", "dask", "celery", "pyspark"]) {
      expect(facts[slug], slug).toMatchObject({lines: expect.any(Number), distributions: expect.any(Number)});
    }
    expect(facts["celery"]).toMatchObject({kind: "queue", service: true, services: 2});
    expect(facts["multiprocessing"]).toMatchObject({kind: "pool", services: 0, pythonFrom: null});
    expect(facts["airflow"]).toMatchObject({kind: "orchestrator", platforms: ["linux", "macos"]});
    expect(facts["polars"]!.kind).toBe("engine");
    // The adapter for tables is another program than the one for calls.
    expect(facts["dask"]!.lines).toBeGreaterThan(20);
  });
});

describe("rescaleRows", () => {
  it("judges each profile of the first machine on cells that its calibration did not see", async () => {
    const pool = makeFit({tool: "multiprocessing", variant: "pool", startMethod: "spawn", parameters: {chunk: 1e-4}});
    const rows = await rescaleRows(await readRuns(), [serialFit, pool]);
    const oneCore = rows.filter(({profile}) => profile.includes("1 core,"));
    expect(oneCore.map(({what}) => what)).toContain("warm run");
    for (const row of rows) {
      expect(row.before_median_ratio).toBeGreaterThanOrEqual(1);
      expect(row.after_median_ratio).toBeLessThanOrEqual(row.after_p90_ratio);
      expect(row.cells).toBeGreaterThan(0);
    }
  });
});

describe("answerLayouts", () => {
  it("writes a parameter with its interval, and a dash where a law has none", () => {
    const alpha = answerLayouts["laws"]!.columns.find(({name}) => name === "contention α")!.text!;
    expect(alpha({contention: 0.0277, contention_low: 0.02, contention_high: 0.035})).toBe("0.0277 (0.02 … 0.035)");
    expect(alpha({contention: null})).toBe("–");
  });
  it("says what is not reached", () => {
    const half = answerLayouts["metg_thresholds"]!.columns.find(({name}) => name === "half")!.text!;
    expect(half({curve_50_seconds: 0.001, closed_50_seconds: null, measured: false})).toBe("1 ms / not reached / –");
    expect(half({curve_50_seconds: 0.001, closed_50_seconds: 0.002, measured_50_seconds: 0.003, measured: true})).toBe(
      "1 ms / 2 ms / 3 ms"
    );
  });
});
