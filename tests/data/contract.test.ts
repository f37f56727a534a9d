import {spawnSync} from "node:child_process";
import {cp, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readCsv} from "../../loaders/readCsv.ts";
import {readRuns, type Run} from "../../loaders/readRuns.ts";
import {readTools} from "../../loaders/readTools.ts";
import {factTables} from "../../src/schema/facts.ts";
import {parseTable} from "../../src/schema/parseTable.ts";
import {type Sample, sampleTable} from "../../src/schema/sample.ts";

type Row = Readonly<Record<string, unknown>>;

let runs: readonly Run[];

beforeAll(async () => {
  runs = await readRuns();
});

describe("the committed data", () => {
  test.each(factTables)("data/$name.csv keeps to its table", async (table) => {
    expect((await readCsv(`data/${table.name}.csv`, table)).length).toBeGreaterThan(0);
  });

  test("every run's samples keep to the table, each sample_id once and of that run", () => {
    for (const {folder, environment, samples} of runs) {
      expect(new Set(samples.map(({sample_id}) => sample_id)).size, folder).toBe(samples.length);
      expect([...new Set(samples.map(({run_id}) => run_id))], folder).toEqual([environment.run_id]);
    }
  });

  test("every measure belongs to a sample", () => {
    for (const {folder, samples, measures} of runs) {
      const known = new Set(samples.map(({sample_id}) => sample_id));
      expect(
        measures.filter(({sample_id}) => !known.has(sample_id)),
        folder
      ).toEqual([]);
    }
  });

  test("a sample that ended well has a time and a checksum; one that did not says why", () => {
    for (const {folder, samples} of runs) {
      const wanting = samples.filter(({outcome, run_seconds, checksum, detail}) =>
        outcome === "ok" ? run_seconds === null || checksum === null : detail === null
      );
      expect(
        wanting.map(({sample_id}) => sample_id),
        folder
      ).toEqual([]);
    }
  });

  test("every measured tool is described", async () => {
    const described = new Set((await readTools()).map(({slug}) => slug));
    const measured = new Set(runs.flatMap(({samples}) => samples.map(({tool}) => tool)));
    expect([...measured].filter((tool) => !described.has(tool))).toEqual([]);
  });

  test("every source that a fact cites is a row of sources.csv", async () => {
    const sources = factTables.find(({name}) => name === "sources")!;
    const known = new Set((await readCsv<Row>("data/sources.csv", sources)).map((row) => row["source_url"]));
    for (const table of factTables) {
      if (table.name === "sources" || !table.columns.some(({name}) => name === "source_url")) continue;
      const cited = (await readCsv<Row>(`data/${table.name}.csv`, table)).map((row) => row["source_url"]);
      expect(
        cited.filter((address) => address !== null && !known.has(address)),
        table.name
      ).toEqual([]);
    }
  });
});

describe("a row that breaks the schema", () => {
  const header = sampleTable.columns.map(({name}) => name).join(",");
  const good = (changes: Readonly<Record<string, string>>) => {
    const values: Readonly<Record<string, string>> = {
      run_id: "r1",
      sample_id: "s1",
      order_index: "0",
      started_utc: "2026-11-24T10:00:00Z",
      experiment: "dispatch",
      tool: "joblib",
      variant: "loky",
      start_method: "none",
      workload: "noop",
      kind: "cpu-gil",
      pattern: "independent",
      task_count: "10",
      workers: "2",
      outcome: "ok",
      ...changes
    };
    return sampleTable.columns.map(({name}) => values[name] ?? "").join(",");
  };

  test("a row within it is read, numbers as numbers and nothing as null", () => {
    const {rows, flaws} = parseTable<Sample>(`${header}\n${good({run_seconds: "0.5"})}\n`, sampleTable);
    expect(flaws).toEqual([]);
    expect(rows[0]).toMatchObject({task_count: 10, run_seconds: 0.5, stop_seconds: null});
  });

  test.each([
    [{workers: "0"}, 'workers must be a whole number from 1 up to 4096, got "0"'],
    [{workers: "two"}, 'workers must be a whole number from 1 up to 4096, got "two"'],
    [{run_seconds: "-1"}, 'run_seconds must be a number from 0, or nothing, got "-1"'],
    [{outcome: "fine"}, /outcome must be one of ok, timeout, .*, got "fine"/],
    [{started_utc: "yesterday"}, /started_utc must be a UTC time such as .*, got "yesterday"/],
    [{tool: ""}, 'tool must be text, got ""']
  ])("%j is refused with its column, value and what is allowed", (changes, message) => {
    const {rows, flaws} = parseTable(`${header}\n${good({})}\n${good(changes)}\n`, sampleTable);
    expect(rows).toHaveLength(1);
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toMatchObject({line: 3, column: Object.keys(changes)[0], value: Object.values(changes)[0]});
    if (typeof message === "string") expect(flaws[0]!.message).toBe(message);
    else expect(flaws[0]!.message).toMatch(message);
  });

  test("the line is the file's, also after a cell with a line break", () => {
    const text = `${header}\n${good({detail: '"two\nlines"'})}\n${good({workers: "0"})}\n`;
    expect(parseTable(text, sampleTable).flaws[0]).toMatchObject({line: 4, column: "workers"});
  });

  test("an unknown and a missing column are named", () => {
    const {flaws} = parseTable(`${header.replace("workers", "worker")}\n`, sampleTable);
    expect(flaws.map(({message}) => message)).toEqual([
      'samples has no column "worker"',
      "the column workers is missing"
    ]);
  });
});

describe("the build", () => {
  let project: string;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "broken data "));
    await cp("data", join(project, "data"), {recursive: true});
    for (const folder of ["src", "loaders", "node_modules"]) await symlink(resolve(folder), join(project, folder), "dir");
  });

  afterAll(() => rm(project, {recursive: true, force: true}));

  test("stops at a bad row, and says file, line, column, value and what is allowed", async () => {
    const {folder} = runs[0]!;
    const file = join(project, "data/runs", folder, "samples.csv");
    const [header = "", first = "", ...rest] = (await readFile(file, "utf8")).split("\n");
    const place = header.split(",").indexOf("workers");
    const broken = first.split(",").map((cell, index) => (index === place ? "many" : cell));
    await writeFile(file, [header, broken.join(","), ...rest].join("\n"));
    const loader = resolve("src/data/summary.json.ts");
    const {status, stderr, stdout} = spawnSync(process.execPath, ["--import", "tsx", loader], {
      cwd: project,
      encoding: "utf8"
    });
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toContain(
      `data/runs/${folder}/samples.csv:2: column workers: workers must be a whole number from 1 up to 4096, got "many"`
    );
  });
});
