import {spawnSync} from "node:child_process";
import {describe, expect, test} from "vitest";
import {toolGate} from "../../scripts/toolGate.ts";

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
    "tasks seconds cores workers kind payload-in payload-out cv runs-a-day warm start-method chunk platform hosts";
  for (const name of [...options.split(" "), "memory-gib", "no-service", "licence", "tool", "machine", "json"])
    expect(stdout).toContain(`--${name}`);
});

describe("toolGate()", () => {
  const library = {licence: "Apache-2.0", capabilities: {always_on_service: true}};
  const open = {noService: false, licence: "any"} as const;

  test("lets every tool through where nothing is required", () => {
    expect(toolGate(undefined, open)).toBeNull();
    expect(toolGate(library, open)).toBeNull();
  });

  test("leaves out what needs a service, and what is not known not to", () => {
    expect(toolGate(library, {...open, noService: true})).toMatch(/needs a service/);
    expect(toolGate({capabilities: {always_on_service: false}}, {...open, noService: true})).toBeNull();
    expect(toolGate(undefined, {...open, noService: true})).toMatch(/not recorded/);
  });

  test("tells permissive licences from others", () => {
    const asked = {...open, licence: "permissive"} as const;
    expect(toolGate(library, asked)).toBeNull();
    expect(toolGate({licence: "PSF-2.0"}, asked)).toBeNull();
    expect(toolGate({licence: "AGPL-3.0"}, asked)).toBe("its licence is AGPL-3.0; you asked for a permissive one");
    expect(toolGate({}, asked)).toBe("its licence is not recorded");
  });
});
