import {randomUUID} from "node:crypto";
import {readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {markedProcesses} from "../../bench/endTree.ts";
import {findPython} from "../../bench/findPython.ts";
import {placesOf} from "../../bench/placesOf.ts";
import {makeRunner} from "../../bench/runCell.ts";
import {fakeCell} from "./fakeCell.ts";

const root = join(import.meta.dirname, "..", "..");
const {protocol, importPaths} = placesOf(root);
const python = findPython().command;

function runnerOf(mark: string, timeoutSeconds = 20) {
  return makeRunner({
    pythonOf: () => ({command: python}),
    protocol,
    importPaths: [join(import.meta.dirname, "fake"), ...importPaths],
    timeoutSeconds: () => timeoutSeconds,
    mark
  });
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("wpp-")).length;

async function run(variant: string, timeoutSeconds?: number) {
  const mark = randomUUID();
  const before = leftovers();
  const result = await runnerOf(mark, timeoutSeconds).run(fakeCell(variant), null);
  expect(markedProcesses(mark), "no process may be left").toEqual([]);
  expect(leftovers(), "no temporary folder may be left").toBe(before);
  return result;
}

describe("runProtocol", () => {
  it("returns a row with every phase for a tool that works", async () => {
    const {row, outcome} = await run("works");
    expect(outcome).toBe("ok");
    for (const phase of ["import", "start", "first", "run", "stop"]) expect(row[`${phase}_seconds`]).toBeGreaterThan(0);
    expect(row.checksum).toMatch(/^[0-9a-f]{8}$/);
  });

  it("ends a tool that hangs with its whole process tree, the part that left its group too", async () => {
    const {outcome, detail, wallSeconds} = await run("hangs", 1);
    expect(outcome).toBe("timeout");
    expect(detail).toBe("no answer within 1 s; the process tree was ended");
    expect(wallSeconds).toBeLessThan(10);
  });

  it.runIf(process.platform === "linux")("ends what a tool leaves behind and says so", async () => {
    const {outcome, detail} = await run("leaves");
    expect(outcome).toBe("ok");
    expect(detail).toBe("left 1 processes behind, which were ended");
  });

  it.each([
    ["exits", "error", /^ended with code 3/],
    ["killed", "oom", /^killed by the system/],
    ["no-memory", "oom", /^MemoryError$/],
    ["raises", "error", /^ValueError: first line$/],
    ["unsupported", "unsupported", /^this tool cannot do that$/],
    ["babbles", "error", /^the last line of its output is no row: "and one more thing"$/]
  ])("reports a tool that %s as %s", async (variant, expected, detail) => {
    const result = await run(variant);
    expect(result.outcome).toBe(expected);
    expect(result.detail).toMatch(detail);
  });

  it("reports a Python that is not there", async () => {
    const runner = makeRunner({
      pythonOf: () => ({command: join(root, "no-such-python")}),
      protocol,
      importPaths,
      timeoutSeconds: () => 5,
      mark: randomUUID()
    });
    const {outcome, detail} = await runner.run(fakeCell("works"), null);
    expect(outcome).toBe("error");
    expect(detail).toContain("did not start");
  });

  it("gives the serial cost of the very tasks and their checksum", async () => {
    const cell = fakeCell("works", {workload: "sleep", kind: "waiting", taskSeconds: 0.01, taskCount: 40});
    const {taskSeconds, checksum} = await runnerOf(randomUUID()).serialReference(cell, null, true);
    expect(taskSeconds).toBeGreaterThanOrEqual(0.01);
    expect(checksum).toMatch(/^[0-9a-f]{8}$/);
  });
});
