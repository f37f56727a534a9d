import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";

const folder = resolve("examples/orchestration");
const scratch = mkdtempSync(join(tmpdir(), "orchestration-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

/** A folder with CSV files of so many rows each, and one for what is made of them. */
function makeFolders(rows: Readonly<Record<string, number>>) {
  const place = mkdtempSync(join(scratch, "run-"));
  const [sources, targets] = [join(place, "in"), join(place, "out")];
  for (const path of [sources, targets]) mkdirSync(path);
  for (const [name, count] of Object.entries(rows))
    writeFileSync(join(sources, `${name}.csv`), `name\n${"a\n".repeat(count)}`);
  return {sources, targets};
}

function python(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const path = {PATH: process.env.PATH ?? "", PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1"};
  return spawnSync("python3", args, {env: {...path, ...env}, encoding: "utf8"});
}

const callStep = `
import json, sys
from pathlib import Path
from pool_in_a_step import run_step
if __name__ == "__main__":
    print(json.dumps(run_step(sorted(str(path) for path in Path(sys.argv[1]).glob("**/*.csv")), sys.argv[2], 2)))
`;

/** A program file: spawned workers import it, which they cannot do with a program given as text. */
function runStep(sources: string, targets: string) {
  const file = join(scratch, "call_step.py");
  writeFileSync(file, callStep);
  return python([file, sources, targets]);
}

const resultsOf = (targets: string) =>
  Object.fromEntries(
    readdirSync(targets).map((name) => [name, readFileSync(join(targets, name), "utf8").trim()] as const)
  );

describe("pool_in_a_step.py", () => {
  it("makes one output for each source and returns their paths in order", () => {
    const {sources, targets} = makeFolders({b: 2, a: 5, c: 1});
    const {stdout, stderr} = runStep(sources, targets);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(["a", "b", "c"].map((name) => join(targets, `${name}.txt`)));
    expect(resultsOf(targets)).toEqual({"a.txt": "5", "b.txt": "2", "c.txt": "1"});
  }, 60_000);

  it("tries all, names what failed, leaves no half output, and when repeated does what is missing only", () => {
    const {sources, targets} = makeFolders({a: 5, b: 0, c: 1});
    const first = runStep(sources, targets);
    expect(first.status).toBe(1);
    expect(first.stderr).toMatch(/RuntimeError: 1 of 3 failed: .*b\.csv has no rows/);
    expect(resultsOf(targets)).toEqual({"a.txt": "5", "c.txt": "1"});

    writeFileSync(join(sources, "b.csv"), "name\na\n");
    // Were it made again, it would say one.
    writeFileSync(join(sources, "a.csv"), "name\na\n");
    expect(runStep(sources, targets).status).toBe(0);
    expect(resultsOf(targets)).toEqual({"a.txt": "5", "b.txt": "1", "c.txt": "1"});
  }, 60_000);

  it("refuses two sources that would write one file", () => {
    const {sources, targets} = makeFolders({a: 5});
    mkdirSync(join(sources, "more"));
    writeFileSync(join(sources, "more", "a.csv"), "name\na\n");
    expect(runStep(sources, targets).stderr).toContain("ValueError: two sources would write one output file");
    expect(readdirSync(targets)).toEqual([]);
  });
});

describe("prefect_flow.py", () => {
  const flow = join(folder, "prefect_flow.py");

  it("runs with decorators that do nothing: the flow is an ordinary program", () => {
    const stub = join(scratch, "stub");
    mkdirSync(stub);
    writeFileSync(
      join(stub, "prefect.py"),
      "def flow(function):\n    return function\n\ndef task(function=None, **_):\n    return function or task\n"
    );
    const {sources, targets} = makeFolders({a: 5, b: 2});
    const {stdout, stderr} = python([flow, sources, targets], {PYTHONPATH: `${folder}:${stub}`});
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe("7");
  }, 60_000);
});
