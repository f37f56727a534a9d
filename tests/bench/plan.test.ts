import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {type MatrixRow, matrixTable} from "../../src/schema/matrix.ts";
import {cellKey} from "../../bench/cell.ts";
import {countTasks, expandMatrix} from "../../bench/expandMatrix.ts";
import {parseOptions} from "../../bench/options.ts";
import {orderSamples} from "../../bench/orderSamples.ts";
import {readTable} from "../../bench/readTable.ts";
import {tools} from "../../bench/tools.ts";
import {fakeCell} from "./fakeCell.ts";

const everything = {profile: "standard", tools: [], experiments: [], workers: []} as const;
const matrix = readTable<MatrixRow>(join(import.meta.dirname, "..", "..", "data", "matrix.csv"), matrixTable);
const row: MatrixRow = {
  profile: "standard full",
  experiment: "granularity",
  tools: "multiprocessing:pool:fork serial:default:none",
  workload: "busy",
  pattern: "independent",
  task_count: "total=1<=500",
  task_seconds: "0.001 0.1",
  chunk_size: null,
  payload_in_bytes: null,
  payload_out_bytes: null,
  workers: "1 2"
};

describe("the committed plan", () => {
  const cells = expandMatrix(matrix, everything);

  it("measures every variant of every tool with every start method", () => {
    const planned = new Set(cells.map(({tool, variant, startMethod}) => `${tool}:${variant}:${startMethod}`));
    for (const {slug, variants} of tools)
      for (const {variant, startMethods} of variants)
        for (const method of startMethods) expect(planned).toContain(`${slug}:${variant}:${method}`);
  });

  it("asks all seven questions", () => {
    const asked = new Set(cells.map(({experiment}) => experiment));
    for (const one of ["startup", "dispatch", "granularity", "payload", "waiting", "scaling", "memory"])
      expect(asked).toContain(one);
  });

  it("keeps the smoke profile to the standard library", () => {
    const smoke = expandMatrix(matrix, {...everything, profile: "smoke"});
    expect(smoke.length).toBeGreaterThan(0);
    expect(smoke.filter(({tool}) => ["joblib", "serial-optimised"].includes(tool))).toEqual([]);
  });
});

describe("expandMatrix", () => {
  it("gives the product of the lists, a plain loop once however many workers the others have", () => {
    const cells = expandMatrix([row], everything);
    expect(cells.filter(({tool}) => tool === "multiprocessing")).toHaveLength(4);
    expect(cells.filter(({tool}) => tool === "serial")).toHaveLength(2);
  });

  it("narrows by tool, experiment and workers", () => {
    expect(expandMatrix([row], {...everything, tools: ["multiprocessing"], workers: [2]})).toHaveLength(2);
    expect(expandMatrix([row], {...everything, experiments: ["payload"]})).toEqual([]);
  });

  it("names a key that is not tool:variant:start_method", () => {
    expect(() => expandMatrix([{...row, tools: "multiprocessing:pool:none"}], everything)).toThrow(
      /multiprocessing:pool:none is not tool:variant:start_method/
    );
    expect(() => expandMatrix([{...row, tools: "dusk:a:b"}], everything)).toThrow(/no tool "dusk"; there are serial/);
  });
});

describe("countTasks", () => {
  it.each([
    ["40", 0.1, 2, 40],
    ["20xworkers", 0.1, 4, 80],
    ["total=1", 0.01, 2, 100],
    ["total=1xworkers", 0.01, 4, 400],
    ["total=1<=30", 0.01, 2, 30],
    ["total=1", 10, 2, 4]
  ])("%s of %f s on %i workers is %i", (text, seconds, workers, count) => {
    expect(countTasks(text, seconds, workers)).toBe(count);
  });

  it("says what is allowed", () => {
    expect(() => countTasks("many", 1, 1)).toThrow("task_count must be a number, Nxworkers or total=");
  });
});

describe("orderSamples", () => {
  const cells = Array.from({length: 30}, (_, i) => fakeCell("works", {taskCount: i + 1}));

  it("gives the same order for the same seed, whatever order the plan has, and another for another", () => {
    const ids = (seed: number, some = cells) =>
      orderSamples(some, 2, seed).map((s) => `${s.sampleId} ${cellKey(s.cell)}`);
    expect(ids(1)).toEqual(ids(1, cells.toReversed()));
    expect(ids(1)).not.toEqual(ids(2));
  });

  it("holds every cell once a round, in an order of its own each round", () => {
    const order = orderSamples(cells, 3, 5);
    const rounds = [0, 1, 2].map((round) => order.slice(round * 30, round * 30 + 30).map(({cell}) => cell.taskCount));
    for (const counts of rounds)
      expect(counts.toSorted((a, b) => a - b)).toEqual(cells.map(({taskCount}) => taskCount));
    expect(rounds[0]).not.toEqual(rounds[1]);
  });
});

describe("parseOptions", () => {
  it.each([
    [["--profile", "slow"], /--profile slow is not known; there are smoke, quick/],
    [["--tools", "serial,dusk"], /--tools dusk is not known; there are serial/],
    [["--workers", "0"], /--workers must be a whole number 1…4096, got 0/],
    [["--machine", "My PC"], /--machine must be lower-case/],
    [["--python", "2"], /--python must be a version such as 3\.13, got 2/],
    [["--compare", "a"], /--compare takes two runs/],
    [["quick"], /"quick" is no option/]
  ])("refuses %j with a sentence", (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });

  it("reads lists", () => {
    expect(parseOptions(["--tools", "serial, joblib", "--workers", "1,2"])).toMatchObject({
      profile: "quick",
      tools: ["serial", "joblib"],
      workers: [1, 2]
    });
  });
});
