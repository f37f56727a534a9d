import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Calibration, calibrationOf, isCalibration} from "../../src/model/calibration.ts";
import {calibrationFromText} from "../../src/model/calibrationFromText.ts";
import type {Fit} from "../../src/model/fit.ts";
import {predict} from "../../src/model/predict.ts";
import {rescaleFits} from "../../src/model/rescaleFits.ts";
import {startupSeconds} from "../../src/model/startupSeconds.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import type {Sample} from "../../src/schema/sample.ts";
import {makeFit, serialFit} from "../fixtures/fits.ts";

const pool = makeFit({
  startMethod: "spawn",
  parameters: {call: 1e-3, chunk: 7e-5, workerChunk: 2e-5, item: 1e-6, efficiency: 0.95}
});
const forked = makeFit({...pool, startMethod: "fork"});
const threads = makeFit({
  tool: "concurrent-futures-thread",
  startMethod: "none",
  parameters: {chunk: 6e-6, call: 2e-4}
});
const coroutines = makeFit({tool: "asyncio", startMethod: "none", parameters: {chunk: 4e-6, call: 1e-4}});
const fits = [serialFit, pool, forked, threads, coroutines];

const about = {
  machine: "other-8",
  cpu_model: "made up",
  cores: 8,
  python_version: "3.13.0",
  python_build: "gil" as const,
  measured_utc: "2026-11-25T10:00:00Z",
  loop_step_seconds: 1e-7
};

/** What a machine would measure on which these fits hold exactly. */
function calibrated(of: readonly Fit[], changes: Partial<Calibration> = {}): Calibration {
  const tasks = [
    {task_count: 1000, task_seconds: 3e-8},
    {task_count: 500, task_seconds: 1e-3},
    {task_count: 5, task_seconds: 0.1}
  ];
  return {
    kind: "when-parallel-pays machine",
    version: 1,
    ...about,
    capacity_cores: 8,
    cells: of.flatMap((fit) =>
      tasks.map(({task_count, task_seconds}) => ({
        tool: fit.tool,
        variant: fit.variant,
        start_method: fit.startMethod,
        kind: "cpu-gil" as const,
        task_count,
        task_seconds,
        workers: 2,
        run_seconds: predict(fit, {...defaultWorkload, tasks: task_count, seconds: task_seconds, warm: true}).seconds,
        samples: 3
      }))
    ),
    starts: of.map((fit) => ({
      tool: fit.tool,
      variant: fit.variant,
      start_method: fit.startMethod,
      workers: 2,
      seconds: startupSeconds(fit, 2)
    })),
    ...changes
  };
}

const slower = (fit: Fit, factor: number): Fit => ({
  ...fit,
  parameters: {
    ...fit.parameters,
    call: fit.parameters.call * factor,
    chunk: fit.parameters.chunk * factor,
    workerChunk: fit.parameters.workerChunk * factor,
    item: fit.parameters.item * factor
  },
  startup: fit.startup.map((phase) => ({...phase, startSeconds: phase.startSeconds + 0.5 * (factor - 1)}))
});

describe("rescaleFits", () => {
  it("changes nothing when the other machine measures what this one predicts", () => {
    const {fits: same, ratios} = rescaleFits(fits, calibrated([pool, threads, coroutines]));
    for (const ratio of ratios) {
      expect(ratio.overhead, ratio.tool).toBeCloseTo(1, 3);
      expect(ratio.start).toBeCloseTo(1, 9);
    }
    const w = {...defaultWorkload, tasks: 3000};
    expect(predict(same[1]!, w).seconds / predict(pool, w).seconds).toBeCloseTo(1, 3);
  });

  it("finds by how much every cost and the start are larger, and carries it to the same tool started otherwise", () => {
    fc.assert(
      fc.property(fc.double({min: 0.2, max: 8, noNaN: true}), (factor) => {
        const {ratios} = rescaleFits(fits, calibrated([slower(pool, factor)]));
        // A few cells are drawn towards 1 a little: within three per cent over this range.
        expect(Math.abs(ratios[1]!.overhead / factor - 1)).toBeLessThan(0.03);
        // Half a second of start-up, and 0.5·(factor − 1) more.
        expect(ratios[1]!.start).toBeCloseTo((0.5 + 0.5 * (factor - 1)) / 0.5, 6);
        expect(ratios[2]!.from).toBe("the same tool, started otherwise");
        expect(ratios[2]!.overhead / ratios[1]!.overhead).toBeCloseTo(1, 9);
        expect(ratios[2]!.start / ratios[1]!.start).toBeCloseTo(1, 9);
      }),
      {numRuns: 20, seed: 3}
    );
  });

  it("finds the efficiency of the other machine apart from the costs", () => {
    const worse = {...pool, parameters: {...pool.parameters, efficiency: 0.7}};
    const {fits: found} = rescaleFits(fits, calibrated([worse]));
    expect(found[1]!.parameters.efficiency).toBeCloseTo(0.7, 2);
  });

  it("leaves a family without cells to the ratio of plain Python, and without that to 1", () => {
    const calibration = calibrated([pool]);
    expect(rescaleFits(fits, calibration, 5e-8).ratios[4]).toMatchObject({from: "plain Python", overhead: 2, start: 2});
    expect(rescaleFits(fits, calibration).ratios[4]).toMatchObject({from: "nothing", overhead: 1, start: 1});
  });

  it("never touches the plain loop, and keeps to as many cores as were measured at once", () => {
    const {fits: found} = rescaleFits(fits, calibrated([pool]));
    expect(found[0]!.parameters).toEqual(serialFit.parameters);
    expect(found[1]).toMatchObject({machine: "other-8", cores: 2});
    expect(rescaleFits(fits, calibrated([pool], {cores: 1})).fits[1]!.cores).toBe(1);
  });

  it("makes threads share the cores once the build has no GIL", () => {
    const {fits: found} = rescaleFits(fits, {...calibrated([threads]), python_build: "free-threaded"});
    const w = {...defaultWorkload, tasks: 100, seconds: 0.01, warm: true};
    expect(predict(threads, w).seconds).toBeGreaterThan(0.99);
    expect(found[3]!.pythonBuild).toBe("free-threaded");
  });

  it("gives a tool without cells the geometric mean of its family, and a band as wide as the family disagrees", () => {
    const other = makeFit({...pool, tool: "multiprocessing", variant: "pool"});
    const third = makeFit({...pool, tool: "joblib", variant: "loky", startMethod: "none"});
    const all = [serialFit, pool, other, third];
    const {fits: found, ratios} = rescaleFits(all, calibrated([slower(pool, 1), slower(other, 4)]));
    expect(ratios[3]!.from).toBe("its family");
    expect(ratios[3]!.overhead).toBeCloseTo(Math.sqrt(ratios[1]!.overhead * ratios[2]!.overhead), 9);
    expect(found[1]!.residualSd).toBeGreaterThan(pool.residualSd);
    expect(found[3]!.residualSd).toBeGreaterThan(2 * found[1]!.residualSd);
  });
});

const sample = (changes: Partial<Sample>): Sample =>
  ({
    run_id: "r",
    sample_id: "1-0",
    tool: "multiprocessing",
    variant: "pool",
    start_method: "spawn",
    experiment: "dispatch",
    workload: "noop",
    kind: "cpu-gil",
    pattern: "independent",
    task_count: 1000,
    task_seconds: null,
    task_seconds_serial: 3e-8,
    chunk_size: null,
    workers: 2,
    import_seconds: 0.01,
    start_seconds: 0.2,
    first_seconds: 0.03,
    run_seconds: 0.002,
    stop_seconds: 0.01,
    capacity_before: 1.9,
    outcome: "ok",
    ...changes
  }) as unknown as Sample;

describe("calibrationOf", () => {
  it("takes medians of the calibration's cells, and starts without the protocol's own hold", () => {
    const samples = [
      sample({run_seconds: 0.002}),
      sample({run_seconds: 0.004}),
      sample({run_seconds: 0.003}),
      sample({experiment: "startup", task_count: 2}),
      sample({
        experiment: "startup",
        task_count: 2,
        tool: "serial",
        variant: "default",
        start_method: "none",
        workers: 1,
        first_seconds: 0.002
      })
    ];
    const {cells, starts, capacity_cores: got} = calibrationOf(samples, about);
    expect(got).toBe(1.9);
    expect(cells).toEqual([
      {
        tool: "multiprocessing",
        variant: "pool",
        start_method: "spawn",
        kind: "cpu-gil",
        task_count: 1000,
        task_seconds: 3e-8,
        workers: 2,
        run_seconds: 0.003,
        samples: 3
      }
    ]);
    expect(starts.find(({tool}) => tool === "multiprocessing")!.seconds).toBeCloseTo(0.01 + 0.2 + 0.028 + 0.01, 12);
  });

  it("leaves out what the calibration does not measure", () => {
    expect(isCalibration(sample({}))).toBe(true);
    for (const other of [
      {task_count: 100},
      {chunk_size: 1},
      {start_method: "fork" as const},
      {workers: 4},
      {tool: "ray"}
    ])
      expect(isCalibration(sample(other)), JSON.stringify(other)).toBe(false);
  });
});

describe("calibrationFromText", () => {
  const good = calibrated([pool]);
  const problem = (content: unknown) =>
    calibrationFromText(typeof content === "string" ? content : JSON.stringify(content)).problem;

  it("reads back what was written", () => {
    expect(calibrationFromText(JSON.stringify(good))).toEqual({calibration: good, problem: null});
  });

  it.each([
    ["{", /^This is not JSON\. The file is machine\.json/],
    ["[]", /^This JSON is no object/],
    ["run_id,sample_id\n", /^This is samples\.csv/],
    [{iterations_a_second: {}}, /^This is calibration\.json, the settings of a run/],
    [{kind: "x"}, /^This JSON is of another kind: "x"/],
    [{...good, version: 2}, /^Its version must be 1, got 2/],
    [{...good, cores: 0}, /^cores must be a whole number from 1 on, got 0/],
    [{...good, python_build: "pypy"}, /^python_build must be one of gil, free-threaded, got "pypy"/],
    [{...good, cells: {}}, /^cells must be a list, got \{\}/],
    [
      {...good, cells: [{...good.cells[0], run_seconds: -1}]},
      /^cells\[0\]\.run_seconds must be a number above 0, got -1/
    ],
    [{...good, starts: [7]}, /^starts\[0\] must be an object, got 7/],
    [{...good, cells: []}, /^It holds no time of any tool/]
  ])("%j gets a sentence", (content, sentence) => {
    expect(problem(content)).toMatch(sentence);
  });

  it("refuses a file that is far too large without reading it", () => {
    expect(problem("x".repeat(1_000_001))).toMatch(/^The file holds 1000001 characters, far too many/);
  });
});
