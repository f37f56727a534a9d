import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {Session} from "../../bench/session.ts";
import {writeMachineFile} from "../../bench/writeMachineFile.ts";
import {calibrationTools} from "../../src/model/calibration.ts";
import {calibrationFromText} from "../../src/model/calibrationFromText.ts";
import {type MatrixRow, matrixTable} from "../../src/schema/matrix.ts";
import {expandMatrix} from "../../bench/expandMatrix.ts";
import {readTable} from "../../bench/readTable.ts";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "machine-file-test-"))));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

it("writes what the planner page takes, from the samples of a run", () => {
  const run = readdirSync("data/runs").find((name) => name.includes("1-core"))!;
  cpSync(join("data/runs", run), folder, {recursive: true});
  const {calibration, problem} = calibrationFromText(readFileSync(writeMachineFile(Session.open(folder)), "utf8"));
  expect(problem).toBeNull();
  expect(calibration).toMatchObject({cores: 1, python_build: "gil"});
  expect(
    calibration!.cells
      .filter(({tool}) => tool === "multiprocessing")
      .map(({task_count: n}) => n)
      .toSorted()
  ).toEqual([1000, 5, 500].toSorted());
  expect(calibration!.starts.map(({tool}) => tool)).toContain("joblib");
  expect(calibration!.loop_step_seconds).toBeGreaterThan(0);
});

it("the profile calibrate measures the tools that the file speaks of", () => {
  const rows = readTable<MatrixRow>("data/matrix.csv", matrixTable);
  const cells = expandMatrix(rows, {profile: "calibrate", part: null, tools: [], experiments: [], workers: []});
  const keys = new Set(cells.map(({tool, variant, startMethod}) => `${tool}:${variant}:${startMethod}`));
  expect([...keys].toSorted()).toEqual([...calibrationTools].toSorted());
});
