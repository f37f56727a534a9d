import {randomLcg, randomNormal} from "d3-random";
import {describe, expect, it} from "vitest";
import {calibrateBands} from "../../src/model/calibrateBands.ts";
import type {Parameters} from "../../src/model/fit.ts";
import {fitTool} from "../../src/model/fitTool.ts";
import {leaveOuts} from "../../src/model/leaveOut.ts";
import {fitCells, foreseenCells} from "../../src/model/fitCells.ts";
import {foresee} from "../../src/model/foresee.ts";
import {runContext} from "../../src/model/runContext.ts";
import {runSeconds, totalSeconds} from "../../src/model/runSeconds.ts";
import type {Sample} from "../../src/schema/sample.ts";
import type {WorkImport} from "../../src/schema/workImport.ts";

const truth: Parameters = {
  call: 1e-3,
  chunk: 1e-4,
  workerChunk: 1e-5,
  item: 2e-6,
  byteIn: 1e-9,
  byteOut: 2e-9,
  stored: 0,
  efficiency: 0.95,
  apart: 0,
  poll: 0
};
const tool = {tool: "concurrent-futures-process", variant: "default", pythonBuild: "gil"} as const;

/** A sample as the harness would write it, with nothing but what a fit reads. */
const sample = (changes: Partial<Sample>): Sample =>
  ({
    run_id: "made-up",
    sample_id: "s",
    order_index: 0,
    started_utc: "2026-01-01T00:00:00Z",
    experiment: "granularity",
    ...tool,
    python_build: "gil",
    start_method: "fork",
    workload: "busy",
    kind: "cpu-gil",
    pattern: "independent",
    task_count: 100,
    task_seconds: null,
    task_cv: 0,
    distribution: "constant",
    chunk_size: null,
    payload_in_bytes: 0,
    payload_out_bytes: 0,
    workers: 2,
    rtt_seconds: 0,
    outcome: "ok",
    capacity_before: 2,
    capacity_after: 2,
    ...changes
  }) as Sample;

const normal = randomNormal.source(randomLcg(5))(0, 0.01);

/** Three samples of a cell by the additive form with the true figures, each off by about one in a hundred. */
function measured(changes: Partial<Sample>, extraSeconds = 0): Sample[] {
  const one = sample(changes);
  const seconds = totalSeconds(
    runSeconds(tool, "additive", truth, {
      tasks: one.task_count,
      seconds: one.task_seconds_serial ?? one.task_seconds ?? 0,
      cv: 0,
      kind: one.kind,
      workers: one.workers,
      cores: 2,
      chunk: one.chunk_size,
      payloadIn: one.payload_in_bytes ?? 0,
      payloadOut: one.payload_out_bytes ?? 0
    })
  );
  return [0, 1, 2].map(() => ({...one, run_seconds: (seconds + extraSeconds) * Math.exp(normal())}));
}

const busy = (task_count: number, task_seconds: number, rest: Partial<Sample> = {}) =>
  measured({task_count, task_seconds, task_seconds_serial: task_seconds, ...rest});
const empty = (task_count: number, rest: Partial<Sample> = {}) =>
  measured({experiment: "dispatch", workload: "noop", task_count, ...rest});
const bytes = (payload_in_bytes: number, payload_out_bytes: number) =>
  measured({experiment: "payload", workload: "bytes", task_count: 40, payload_in_bytes, payload_out_bytes});

const fitted: readonly Sample[] = [
  ...empty(10),
  ...empty(100),
  ...empty(1000),
  ...empty(10_000),
  ...empty(1000, {workers: 1}),
  ...busy(5000, 1e-4),
  ...busy(500, 1e-3),
  ...busy(500, 1e-3, {workers: 1}),
  ...busy(50, 1e-2),
  ...busy(5, 0.1),
  ...busy(2, 1),
  ...busy(5000, 1e-4, {experiment: "chunking", chunk_size: 4}),
  ...busy(5000, 1e-4, {experiment: "chunking", chunk_size: 64}),
  ...bytes(1e6, 0),
  ...bytes(1e7, 0),
  ...bytes(0, 1e6),
  ...bytes(0, 1e7)
];

const real = (changes: Partial<Sample>, extraSeconds = 0) =>
  measured(
    {experiment: "validation", workload: "json", task_count: 60, task_seconds_serial: 0.005, ...changes},
    extraSeconds
  );

function fitOf(samples: readonly Sample[], imports: readonly WorkImport[] = []) {
  const context = runContext(samples, imports);
  const options = {machine: "made-up", cores: 2, holdSeconds: 0, idleBytesAWorker: null, context, draws: 20};
  const [fitted] = calibrateBands([fitTool(samples, options)!]);
  return {...fitted!, foreseen: foresee(fitted!.fit, foreseenCells(samples, context))};
}

describe("fitTool", () => {
  it("finds the figures that samples were made from, and chooses their form", () => {
    const {fit, compared} = fitOf(fitted);
    expect(fit.parameters.chunk / truth.chunk).toBeCloseTo(1, 1);
    expect(fit.parameters.efficiency).toBeCloseTo(truth.efficiency, 1);
    expect(fit.parameters.byteIn / truth.byteIn).toBeCloseTo(1, 1);
    expect(fit.parameters.byteOut / truth.byteOut).toBeCloseTo(1, 1);
    const folds = compared.filter(({way}) => way === "fold");
    const median = (form: string) => folds.find((one) => one.form === form)!.median;
    expect(median("additive")).toBeLessThan(1.03);
    expect(median("overlap")).toBeGreaterThan(median("additive"));
    expect(["additive", "partial"]).toContain(fit.form);
  });

  it("is the same fit whatever real work and uneven tasks took: these are foreseen, never fitted", () => {
    const alone = fitOf(fitted);
    const beside = fitOf([
      ...fitted,
      ...real({}, 5),
      ...real({workload: "workbook", task_count: 17}, 50),
      ...measured({experiment: "skew", task_cv: 1.5, distribution: "lognormal", task_seconds_serial: 0.01}, 9)
    ]);
    expect(beside.fit.parameters).toEqual(alone.fit.parameters);
    expect([beside.fit.residualSd, beside.fit.overheadSd]).toEqual([alone.fit.residualSd, alone.fit.overheadSd]);
    expect(beside.fit.logCovariance).toEqual(alone.fit.logCovariance);
    expect(alone.foreseen).toHaveLength(0);
    expect(beside.foreseen).toHaveLength(3);
    for (const {measured: seconds, high} of beside.foreseen) expect(seconds).toBeGreaterThan(high);
  });

  it("foresees real work of the same tool from its serial time, kind and sizes", () => {
    const {foreseen} = fitOf([...fitted, ...real({payload_in_bytes: 1e5, payload_out_bytes: 1e5})]);
    expect(foreseen[0]!.measured / foreseen[0]!.predicted).toBeCloseTo(1, 1);
    expect(foreseen[0]!.low).toBeLessThan(foreseen[0]!.predicted);
  });

  it("adds what each worker has to import, but not to a fork", () => {
    const imports = [{tool: tool.tool, workload: "json", seconds: 0.2} as WorkImport];
    const [forked] = fitOf([...fitted, ...real({})], imports).foreseen;
    expect(forked!.predicted).toBe(forked!.withoutImport);
    const spawn = [...fitted, ...real({})].map((one): Sample => ({...one, start_method: "spawn"}));
    const [spawned] = fitOf(spawn, imports).foreseen;
    expect(spawned!.predicted - spawned!.withoutImport).toBeCloseTo(0.2, 2);
  });

  it("fits the quiet samples of a cell where there are any", () => {
    const noisy = fitted.map((one, i): Sample =>
      i % 3 === 0 ? {...one, capacity_before: 1, run_seconds: one.run_seconds! * 3} : one
    );
    expect(fitOf(noisy).fit.parameters.chunk / truth.chunk).toBeCloseTo(1, 1);
  });

  it("is nothing for too few cells", () =>
    expect(
      fitTool(empty(10), {
        machine: "made-up",
        cores: 2,
        holdSeconds: 0,
        idleBytesAWorker: null,
        context: runContext([], [])
      })
    ).toBeNull());
});

describe("leaveOuts", () => {
  const cells = fitCells(fitted, runContext(fitted, []));
  const outs = leaveOuts(cells);

  it("leaves each cell out once by folds, and levels whole, the extremes among them", () => {
    const folds = outs.filter(({way}) => way === "fold").flatMap(({left}) => left);
    expect(new Set(folds).size).toBe(cells.length);
    expect(folds).toHaveLength(cells.length);
    const lengths = outs.filter(({way}) => way === "length").map(({left}) => left[0]!.sample.task_seconds);
    expect(lengths).toEqual(expect.arrayContaining([1e-4, 1e-3, 1e-2, 0.1, 1]));
    for (const {kept, left} of outs) {
      expect(kept.length + left.length).toBe(cells.length);
      expect(left.length).toBeLessThanOrEqual(cells.length / 2);
      for (const cell of left) expect(kept).not.toContain(cell);
    }
  });

  it("never keeps a cell of the level that it judges by", () => {
    for (const {way, kept, left} of outs.filter((one) => one.way === "payload")) {
      const sizes = new Set(left.map(({sample: s}) => `${s.payload_in_bytes} ${s.payload_out_bytes}`));
      for (const {sample: s} of kept) expect(sizes, way).not.toContain(`${s.payload_in_bytes} ${s.payload_out_bytes}`);
    }
  });
});
