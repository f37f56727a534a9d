import {appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {Environment} from "../../src/schema/environment.ts";
import {parseTable} from "../../src/schema/parseTable.ts";
import {type Sample, sampleTable} from "../../src/schema/sample.ts";
import {compareRuns, formatChanges} from "../../bench/compareRuns.ts";
import {takeLock} from "../../bench/lock.ts";
import {Session} from "../../bench/session.ts";
import {someCalibration} from "./someCalibration.ts";

const environment: Environment = {
  run_id: "r",
  machine: "test-2",
  profile: "smoke",
  part: null,
  cpu_model: "test",
  physical_cores: 2,
  logical_cores: 2,
  profile_of: null,
  cores_limit: null,
  memory_bytes: 1,
  os: "test",
  kernel: "test",
  virtualisation: null,
  governor: null,
  clock_source: null,
  timer_resolution_seconds: null,
  load_before: [0, 0, 0],
  load_after: null,
  pythons: [],
  tools: {},
  harness_commit: null,
  harness_dirty: null,
  planned: [],
  seed: 1,
  command_line: "npm run bench --",
  started_utc: "2026-11-24T00:00:00.000Z",
  ended_utc: null,
  harness_seconds: null,
  samples_planned: 2,
  samples_done: 0,
  interrupted: false
};

function sample(id: string, runSeconds: number | null, changes: Partial<Sample> = {}): Sample {
  const empty = Object.fromEntries(sampleTable.columns.map(({name}) => [name, null]));
  return {
    ...(empty as unknown as Sample),
    run_id: "r",
    sample_id: id,
    order_index: 0,
    started_utc: "2026-11-24T00:00:00.000Z",
    experiment: "dispatch",
    tool: "serial",
    variant: "default",
    start_method: "none",
    workload: "noop",
    kind: "cpu-gil",
    pattern: "independent",
    task_count: 10,
    workers: 1,
    run_seconds: runSeconds,
    outcome: "ok",
    ...changes
  };
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "session-test-"))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

describe("Session", () => {
  it("gives back what was appended, odd text included", () => {
    const session = Session.create(join(folder, "run"), environment, someCalibration);
    const odd = sample("a", 0.5, {outcome: "error", detail: 'said "no", then\nstopped'});
    session.append(odd, [{run_id: "r", sample_id: "a", name: "submit", value: 1, unit: "s"}]);
    session.append(sample("b", 1), []);
    expect(Session.open(join(folder, "run")).samples()).toEqual([odd, sample("b", 1)]);
  });

  it("takes off a last line that a kill cut short, and keeps the rest", () => {
    const session = Session.create(join(folder, "run"), environment, someCalibration);
    session.append(sample("a", 1), []);
    const whole = readFileSync(join(folder, "run", "samples.csv"), "utf8");
    appendFileSync(join(folder, "run", "samples.csv"), "r,b,1,2026-11-24T00:0");
    expect(Session.open(join(folder, "run")).samples()).toEqual([sample("a", 1)]);
    expect(readFileSync(join(folder, "run", "samples.csv"), "utf8")).toBe(whole);
  });

  it("refuses a folder that holds a run, and one that holds none", () => {
    Session.create(join(folder, "run"), environment, someCalibration);
    expect(() => Session.create(join(folder, "run"), environment, someCalibration)).toThrow("holds a run already");
    expect(() => Session.open(folder)).toThrow("holds no run to resume: samples.csv is missing");
  });
});

describe("parseTable", () => {
  it("names line, column, value and what is allowed", () => {
    const session = Session.create(join(folder, "run"), environment, someCalibration);
    session.append(sample("a", 1, {detail: "two\nlines"}), []);
    session.append(sample("b", 1), []);
    const text = readFileSync(join(folder, "run", "samples.csv"), "utf8");
    const {flaws, rows} = parseTable<Sample>(text.replace(/(?<=\n)r,b,0/, "r,b,-1"), sampleTable);
    expect(rows).toHaveLength(1);
    expect(flaws).toEqual([
      {line: 4, column: "order_index", value: "-1", message: 'order_index must be a whole number from 0, got "-1"'}
    ]);
  });
});

describe("takeLock", () => {
  it("refuses a second measurement while the first lives, and gives way afterwards", () => {
    const release = takeLock(join(folder, "lock"));
    expect(() => takeLock(join(folder, "lock"))).toThrow(/is measuring already/);
    release();
    takeLock(join(folder, "lock"))();
  });

  it("takes a lock that a killed run left", () => {
    writeFileSync(join(folder, "lock"), "999999999");
    takeLock(join(folder, "lock"))();
  });
});

describe("compareRuns", () => {
  const run = (seconds: readonly number[], changes: Partial<Sample> = {}) =>
    seconds.map((s, i) => sample(String(i), s, changes));

  it("finds a change that is there, with its size", () => {
    const [change] = compareRuns(run([1, 1.01, 0.99, 1, 1.02]), run([2, 2.02, 1.98, 2, 2.04]));
    expect(change!.ratio).toBeCloseTo(2, 1);
    expect(change!.low).toBeGreaterThan(1.8);
    expect(formatChanges([change!])).toMatch(/^2\.00× /);
  });

  it("sees none between two draws of the same noise, and leaves failures out", () => {
    const changes = compareRuns(
      [...run([1, 1.2, 0.9, 1.1, 1]), ...run([9], {outcome: "error"})],
      run([1.1, 0.95, 1, 1.15, 1.05])
    );
    expect(changes).toHaveLength(1);
    expect(formatChanges(changes)).toBe("1 of 1 shared cells show no change (95 % interval holds 1)\n");
  });
});
