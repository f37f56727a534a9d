import {spawnSync} from "node:child_process";
import {expect, test} from "vitest";

const plan = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "scripts/plan.ts", ...args], {encoding: "utf8"});

interface Planned {
  readonly [name: string]: unknown;
  readonly workload: Readonly<Record<string, unknown>>;
  readonly ranking: readonly Readonly<Record<string, unknown>>[];
}

test("the answer as JSON has the documented shape, under the names of the options", () => {
  const {status, stdout} = plan(
    "--tasks",
    "2000",
    "--seconds",
    "0.02",
    "--payload-in",
    "1000",
    "--workers",
    "2",
    "--json"
  );
  expect(status).toBe(0);
  const answer = JSON.parse(stdout) as Planned;
  expect(answer).toMatchObject({
    version: 1,
    serial: {seconds: 40},
    excluded: expect.any(Array),
    flips: expect.any(Array)
  });
  expect(answer.workload).toMatchObject({tasks: 2000, seconds: 0.02, payload_in: 1000, workers: 2, memory_gib: null});
  const parallel = answer.ranking.find(({tool}) => tool !== "serial")!;
  expect(parallel).toMatchObject({
    tool: expect.any(String),
    variant: expect.any(String),
    form: expect.any(String),
    tie: expect.any(Boolean),
    probability_best: expect.any(Number),
    extrapolated: expect.any(Array),
    evidence: {
      cells: expect.any(Number),
      samples: expect.any(Number),
      heldout_p90: expect.any(Number),
      as_of: expect.any(String)
    }
  });
  const parts = parallel["parts"] as Readonly<Record<string, number>>;
  expect(Object.keys(parts).sort()).toEqual(["call", "compute", "data", "dispatch", "idle", "start"]);
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  expect(sum / (parallel["seconds"] as number)).toBeCloseTo(1, 6);
  const edges = parallel["break_even"] as Readonly<Record<string, {state: string; pays: string}>>;
  expect(Object.keys(edges).sort()).toEqual(["cores", "payload", "runs_a_day", "seconds", "tasks"]);
  for (const {state, pays} of Object.values(edges)) {
    expect(["at", "always", "never"]).toContain(state);
    expect(["above", "below"]).toContain(pays);
  }
});

test.each([
  [["--tasks", "0"], "--tasks must be a whole number 1…1000000000, got 0"],
  [["--kind", "magic"], "--kind must be one of cpu-gil, cpu-releases-gil, waiting, got magic"],
  [["--licence", "mine"], "--licence must be one of any, permissive, got mine"],
  [["--machine", "nowhere"], /^--machine must be one of .+, got nowhere$/],
  [["--tool", "hammer"], /^--tool must be one of .+, got hammer$/],
  [["--colour", "red"], "Unknown option '--colour'. See --help."],
  [["ten"], "Unexpected argument 'ten'. See --help."]
])("%j exits with 2 and a sentence", (args, sentence) => {
  const {status, stdout, stderr} = plan(...args);
  expect([status, stdout]).toEqual([2, ""]);
  if (typeof sentence === "string") expect(stderr.trim()).toBe(sentence);
  else expect(stderr.trim()).toMatch(sentence);
});

test("--help names every option", () => {
  const {status, stdout} = plan("--help");
  expect(status).toBe(0);
  const options =
    "tasks seconds cores workers kind payload-in payload-out cv runs-a-day warm imports start-method chunk platform hosts";
  const more = "memory-gib need python licence no-service effort-weight cost-weight tool machine machine-file json";
  for (const name of [...options.split(" "), ...more.split(" ")]) expect(stdout).toContain(`--${name}`);
});

interface Decided {
  readonly answer: string;
  readonly ranking: readonly {readonly tool: string; readonly effort_lines: number | null}[];
  readonly excluded: readonly {readonly tool: string; readonly reason: string}[];
  readonly not_compared: readonly {readonly tool: string; readonly reason: string}[];
  readonly flips: readonly {readonly axis: string}[];
  readonly machine: string;
}

const decide = (...args: string[]) => {
  const {status, stdout, stderr} = plan("--tasks", "2000", "--seconds", "0.02", ...args, "--json");
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Decided;
};

test("requirements come before speed, each with its reason", () => {
  const {excluded, ranking} = decide("--no-service", "--python", "3.10", "--licence", "permissive");
  expect(excluded.find(({tool}) => tool.startsWith("celery"))!.reason).toMatch(
    /needs a service that runs all the time/
  );
  expect(excluded.find(({tool}) => tool.startsWith("pyspark"))!.reason).toBe("takes Python 3.11 or newer");
  expect(ranking.length).toBeGreaterThan(3);
});

test("what cannot be compared is named and never ranked", () => {
  const {not_compared, ranking, answer} = decide("--need", "history");
  expect(not_compared.map(({tool}) => tool)).toEqual(expect.arrayContaining(["airflow", "prefect", "polars"]));
  expect(ranking.map(({tool}) => tool)).toEqual(["serial"]);
  expect(answer).toMatch(/^None of the tools that were timed on this work .* keep a schedule and a history of runs/);
  const {status, stderr} = plan("--tool", "airflow");
  expect(status).toBe(2);
  expect(stderr).toMatch(/^--tool airflow is not ranked here: it is an orchestrator/);
});

test("effort that counts for all leads to the plain loop, and the weight at which it tips is named", () => {
  const speed = decide();
  expect(speed.ranking[0]!.tool).not.toBe("serial");
  expect(speed.ranking.every(({effort_lines: lines}) => lines !== null && lines > 0)).toBe(true);
  expect(speed.flips.map(({axis}) => axis)).toContain("effort_weight");
  expect(decide("--effort-weight", "1").answer).toMatch(/^Keep the plain loop: .* the best for your weights/);
});

test("a machine.json that is not there, or is none, gets a sentence", () => {
  for (const [file, sentence] of [
    ["nowhere.json", /^--machine-file must name a file that can be read, got nowhere\.json/],
    ["package.json", /^--machine-file package\.json: This JSON is of another kind/]
  ] as const) {
    const {status, stderr} = plan("--machine-file", file);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  }
});
