import {type ChildProcess, spawn} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {Session} from "../../bench/session.ts";

const root = join(import.meta.dirname, "..", "..");
const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
let out: string;
beforeAll(() => void (out = mkdtempSync(join(tmpdir(), "smoke-test-"))));
afterAll(() => rmSync(out, {recursive: true, force: true}));

function bench(...args: string[]): {child: ChildProcess; ended: Promise<{code: number | null; text: string}>} {
  const child = spawn(process.execPath, [tsx, join(root, "bench", "main.ts"), "--out", out, ...args], {cwd: root});
  let text = "";
  child.stdout.on("data", (data) => (text += String(data)));
  child.stderr.on("data", (data) => (text += String(data)));
  return {child, ended: new Promise((resolve) => child.on("close", (code) => resolve({code, text})))};
}

const samplesOf = (folder: string) =>
  readFileSync(join(folder, "samples.csv"), "utf8").trimEnd().split("\n").length - 1;

describe("a smoke measurement", {timeout: 120_000}, () => {
  it("can be interrupted and resumed, refuses a second one beside it, and ends with every sample ok", async () => {
    const first = bench("--profile", "smoke", "--seed", "3");
    let folder = "";
    let samples = 0;
    while (first.child.exitCode === null && samples < 3) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [name] = readdirSync(out);
      if (name) samples = samplesOf((folder = join(out, name)));
    }
    expect(samples).toBeGreaterThanOrEqual(3);
    const second = await bench("--profile", "smoke").ended;
    expect(second.code).toBe(2);
    expect(second.text).toMatch(/is measuring already/);

    first.child.kill("SIGINT");
    const {code, text} = await first.ended;
    if (code === 130) {
      expect(text).toContain("go on with npm run bench -- --resume");
      expect(Session.open(folder).environment().interrupted).toBe(true);
      expect((await bench("--resume").ended).code).toBe(0);
    }

    const session = Session.open(folder);
    const {samples_planned: planned, samples_done: done, harness_seconds: own, interrupted} = session.environment();
    const rows = session.samples();
    expect(code).toBe(130);
    expect(interrupted).toBe(false);
    expect([done, rows.length]).toEqual([planned, planned]);
    expect(new Set(rows.map(({sample_id: id}) => id)).size).toBe(planned);
    expect(rows.filter(({outcome}) => outcome !== "ok").map(({tool, detail}) => `${tool}: ${detail}`)).toEqual([]);
    expect(own).toBeGreaterThan(0);
  });

  it("lists the plan without measuring", async () => {
    const before = readdirSync(out);
    const {code, text} = await bench("--list", "--profile", "standard").ended;
    expect(code).toBe(0);
    expect(text).toMatch(/part pools: \d+ cells × 5 samples = \d+ samples, about /);
    expect(readdirSync(out)).toEqual(before);
  });

  it("answers bad arguments with a sentence and exit code 2", async () => {
    const {code, text} = await bench("--profile", "slow").ended;
    expect(code).toBe(2);
    expect(text).toBe("--profile slow is not known; there are smoke, quick, standard, full, calibrate\n");
  });
});
