import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {type MatrixRow, matrixTable} from "../../src/schema/matrix.ts";
import {type Cell, cellKey} from "../../bench/cell.ts";
import {countTasks, expandMatrix} from "../../bench/expandMatrix.ts";
import {parseOptions} from "../../bench/options.ts";
import {orderSamples} from "../../bench/orderSamples.ts";
import {partsToMeasure} from "../../bench/partsToMeasure.ts";
import {readTable} from "../../bench/readTable.ts";
import {adapterModule, groups, missingCommand, toolBySlug, tools} from "../../bench/tools.ts";
import {fakeCell} from "./fakeCell.ts";

const everything = {profile: "standard", part: null, tools: [], experiments: [], workers: []} as const;
const root = join(import.meta.dirname, "..", "..");
const matrix = readTable<MatrixRow>(join(root, "data", "matrix.csv"), matrixTable);
const row: MatrixRow = {
  profile: "standard full",
  part: "pools",
  experiment: "granularity",
  tools: "multiprocessing:pool:fork serial:default:none",
  workload: "busy",
  pattern: "independent",
  task_count: "total=1<=500",
  task_seconds: "0.001 0.1",
  chunk_size: null,
  payload_in_bytes: null,
  payload_out_bytes: null,
  workers: "1 2",
  data_bytes: null,
  rtt_seconds: null,
  task_cv: null,
  distribution: null
};

describe("the committed plan", () => {
  const cells = expandMatrix(matrix, everything);

  it("measures every variant of every tool with every start method", () => {
    const planned = new Set(cells.map(({tool, variant, startMethod}) => `${tool}:${variant}:${startMethod}`));
    for (const {slug, variants} of tools)
      for (const {variant, startMethods} of variants)
        for (const method of startMethods) expect(planned).toContain(`${slug}:${variant}:${method}`);
  });

  it.each([
    ["pools", ["startup", "dispatch", "granularity", "payload", "waiting", "scaling", "memory", "chunking", "skew"]],
    ["pools", ["validation", "fault"]],
    ["distributed", ["startup", "dispatch", "granularity", "payload", "waiting", "scaling", "memory", "fault"]],
    ["queues", ["startup", "dispatch", "granularity", "payload", "waiting", "scaling", "memory", "fault"]],
    ["tables", ["table"]],
    ["workflows", ["workflow", "startup", "memory"]],
    ["business", ["business"]]
  ] as const)("asks in the part %s for %j", (part, experiments) => {
    const asked = new Set(expandMatrix(matrix, {...everything, part}).map(({experiment}) => experiment));
    for (const one of experiments) expect(asked).toContain(one);
  });

  it("measures the plain loop on the very work of every cell that computes", () => {
    for (const part of ["pools", "distributed", "queues"] as const) {
      const some = expandMatrix(matrix, {...everything, part});
      const work = (cell: Cell) => `${cell.workload} ${cell.taskSeconds}`;
      const loops = new Set(some.filter(({tool}) => tool === "serial").map(work));
      const computing = some.filter(({experiment}) => ["granularity", "scaling"].includes(experiment));
      for (const cell of computing) expect(loops, part).toContain(work(cell));
    }
  });

  it("runs nothing for which there is no adapter", () => {
    const modules = new Set(cells.map(({tool, experiment}) => adapterModule(tool, experiment)));
    for (const name of modules) expect(existsSync(join(root, "bench", "adapters", `${name}.py`)), name).toBe(true);
  });

  it("measures network distance for Celery, Dask and Ray", () => {
    for (const rtt of [0.0005, 0.002, 0.02])
      expect(new Set(cells.filter(({rttSeconds}) => rttSeconds === rtt).map(({tool}) => tool))).toEqual(
        new Set(["ray", "dask", "celery"])
      );
  });

  it("keeps the smoke profile to the standard library", () => {
    const smoke = expandMatrix(matrix, {...everything, profile: "smoke"});
    expect(smoke.length).toBeGreaterThan(0);
    expect(smoke.filter(({tool}) => toolBySlug(tool).environment !== "stdlib")).toEqual([]);
  });
});

describe("expandMatrix", () => {
  it("gives the product of the lists, a plain loop once however many workers the others have", () => {
    const cells = expandMatrix([row], everything);
    expect(cells.filter(({tool}) => tool === "multiprocessing")).toHaveLength(4);
    expect(cells.filter(({tool}) => tool === "serial")).toHaveLength(2);
  });

  it("opens groups, and tells cells of one row apart by spread, distance and size", () => {
    const some = {...row, tools: "@threads", task_seconds: "0.1", workers: "2"};
    expect(expandMatrix([some], everything)).toHaveLength(groups.threads!.length);
    const more = {
      ...some,
      task_cv: "0.5 1",
      distribution: "lognormal" as const,
      rtt_seconds: "0.002",
      data_bytes: "10 20"
    };
    expect(expandMatrix([more], everything)).toHaveLength(4 * groups.threads!.length);
    expect(new Set(expandMatrix([more], everything).map(cellKey)).size).toBe(4 * groups.threads!.length);
  });

  it("narrows by part, tool, experiment and workers", () => {
    expect(expandMatrix([row], {...everything, tools: ["multiprocessing"], workers: [2]})).toHaveLength(2);
    expect(expandMatrix([row], {...everything, experiments: ["payload"]})).toEqual([]);
    expect(expandMatrix([row], {...everything, part: "queues"})).toEqual([]);
  });

  it("names a key that is not tool:variant:start_method", () => {
    expect(() => expandMatrix([{...row, tools: "multiprocessing:pool:none"}], everything)).toThrow(
      /multiprocessing:pool:none is not tool:variant:start_method/
    );
    expect(() => expandMatrix([{...row, tools: "@pool"}], everything)).toThrow(
      /@pool is no group of tools; there are @s/
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

describe("orderSamples with a block", () => {
  it("keeps the cells of a block together in every round, everything else mixed", () => {
    const cells = Array.from({length: 30}, (_, i) => fakeCell(i % 3 === 0 ? "heavy" : "works", {taskCount: i + 1}));
    const order = orderSamples(cells, 3, 5, ({variant}) => (variant === "heavy" ? "block" : null));
    for (const round of [0, 1, 2]) {
      const places = order
        .slice(round * 30, round * 30 + 30)
        .flatMap(({cell}, place) => (cell.variant === "heavy" ? [place] : []));
      expect(places).toHaveLength(10);
      expect(places.at(-1)! - places[0]!).toBe(9);
    }
  });
});

describe("partsToMeasure", () => {
  it.each([
    [["--profile", "quick"], ["pools"]],
    [["--profile", "smoke"], ["pools"]],
    [["--profile", "quick", "--tools", "ray"], [null]],
    [["--profile", "quick", "--part", "tables"], ["tables"]],
    [
      ["--profile", "standard"],
      ["pools", "distributed", "queues", "tables", "workflows", "business"]
    ]
  ])("%j measures %j", (args, expected) => {
    expect(partsToMeasure(parseOptions(args))).toEqual(expected);
  });

  it("keeps quick, without tools named, to what needs no service", () => {
    const quick = expandMatrix(matrix, {...everything, profile: "quick", part: "pools"});
    const slugs = new Set(quick.map(({tool}) => tool));
    for (const heavy of ["ray", "dask", "celery", "pyspark", "airflow", "pandas"]) expect(slugs).not.toContain(heavy);
  });
});

describe("missingCommand", () => {
  it("names the command that is not on the PATH and its cure", () => {
    expect(missingCommand("pyspark", "/nowhere")).toMatch(/^java was not found: install Java 17/);
    expect(missingCommand("serial", "/nowhere")).toBeNull();
  });
});

describe("parseOptions", () => {
  it.each([
    [["--profile", "slow"], /--profile slow is not known; there are smoke, quick/],
    [["--part", "half"], /--part half is not known; there are pools/],
    [["--tools", "serial,dusk"], /--tools dusk is not known; there are serial/],
    [["--workers", "0"], /--workers must be a whole number 1…4096, got 0/],
    [["--machine", "My PC"], /--machine must be lower-case/],
    [["--python", "2"], /--python must be .*3\.13.* got 2/],
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
