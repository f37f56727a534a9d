import {readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {lawRows} from "../../loaders/lawRows.ts";
import {type LawPointRow, type LawRow, scalingLaws} from "../../src/components/scalingLaws.ts";
import type {Sample} from "../../src/schema/sample.ts";

const {document} = new JSDOM("").window;
const published = readFileSync("data/usl_reference.csv", "utf8");

const sample = (workers: number, run_seconds: number, changes: Partial<Sample> = {}): Sample =>
  ({
    sample_id: `${workers}-0`,
    experiment: "waiting",
    tool: "concurrent-futures-thread",
    variant: "default",
    start_method: "none",
    workload: "sleep",
    task_count: 50 * workers,
    task_seconds: 0.01,
    chunk_size: null,
    workers,
    run_seconds,
    outcome: "ok",
    ...changes
  }) as unknown as Sample;

const waiting = [1, 2, 4, 8, 16, 32].map((workers) => sample(workers, 0.5 + 0.001 * workers));
const few = [1, 2, 4].map((workers) => sample(workers, 1, {experiment: "scaling", workload: "busy", task_count: 40}));

describe("lawRows", () => {
  const {laws, lawPoints} = lawRows([...waiting, ...few], [], {cores: 2, published});

  it("fits what has six loads, and says of the rest that it cannot", () => {
    expect(laws.filter(({subject}) => subject.includes("waiting")).map(({law}) => law)).toEqual([
      "amdahl",
      "gustafson",
      "usl"
    ]);
    expect(laws.find(({subject}) => subject.includes("busy"))).toMatchObject({
      law: "none",
      loads: 2,
      note: "not identifiable from 2 loads",
      contention: null
    });
  });

  it("holds the published example beside them, with its points", () => {
    const usl = laws.find(({subject, law}) => subject === "usl" && law === "usl")!;
    expect(usl).toMatchObject({chosen: false, loads: 7, load_high: 216});
    expect(usl.note).toBe("β is off zero, though AICc charges its parameter more than it gains with so few loads");
    expect(usl.peak_load!).toBeCloseTo(96.5, 0);
    expect(lawPoints.filter(({subject}) => subject === "usl")).toHaveLength(7);
  });
});

describe("scalingLaws", () => {
  const {laws, lawPoints} = lawRows(waiting, [], {cores: 2, published});
  const data = {laws: laws as readonly LawRow[], points: lawPoints as readonly LawPointRow[]};

  it("draws a dot for each load, and each law solid where it was measured and dashed beyond", () => {
    const svg = scalingLaws(data, {subject: "usl", document});
    const lines = [...svg.querySelectorAll("path")].filter((path) => path.getAttribute("fill") !== "currentColor");
    expect(svg.querySelectorAll("[stroke-dasharray='6 5']").length).toBeGreaterThanOrEqual(2);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(svg.querySelectorAll("circle")).toHaveLength(7);
    expect(svg.getAttribute("aria-label")).toMatch(
      /^Throughput against workers: 7 measured loads .* Chosen: Amdahl\. By the universal law throughput is greatest at 96\.\d workers\.$/
    );
  });

  it("says so where there is nothing to draw", () => {
    expect(scalingLaws(data, {subject: "nobody", document}).getAttribute("aria-label")).toMatch(/0 measured loads/);
  });
});
