import {expect, test} from "vitest";
import {isAtLeast, missingPackages, nodeProblem, pythonProblem} from "../../scripts/setup.mjs";

test("isAtLeast() compares numbers, not text", () => {
  expect(isAtLeast("20.19.0", [20, 19])).toBe(true);
  expect(isAtLeast("20.9.0", [20, 19])).toBe(false);
  expect(isAtLeast("22.0.0", [20, 19])).toBe(true);
  expect(isAtLeast("3.9.18", [3, 10])).toBe(false);
});

test("nodeProblem() names what is needed and what is there", () => {
  expect(nodeProblem("18.20.1")).toMatch(/needs Node 20\.19 or newer, but this is Node 18\.20\.1/);
  expect(nodeProblem("20.19.0")).toBeNull();
});

test("pythonProblem() tells a missing Python from an old one", () => {
  expect(pythonProblem(() => null)).toMatch(/there is none on the PATH/);
  expect(pythonProblem(() => "3.9.2")).toMatch(/needs Python 3\.10 or newer.*is Python 3\.9\.2/);
  expect(pythonProblem(() => "3.10.0")).toBeNull();
});

const machine = {platform: "linux", arch: "x64"};

test("missingPackages() lists what is absent or of another version", () => {
  const wanted = {"": {}, "node_modules/a": {version: "1.0.0"}, "node_modules/@b/c": {version: "2.0.0"}};
  expect(missingPackages(wanted, {}, machine)).toEqual(["a", "@b/c"]);
  expect(
    missingPackages(wanted, {"node_modules/a": {version: "1.0.1"}, "node_modules/@b/c": {version: "2.0.0"}}, machine)
  ).toEqual(["a"]);
});

test("missingPackages() asks for a platform's own package on that platform only", () => {
  const wanted = {"node_modules/x": {version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"]}};
  expect(missingPackages(wanted, {}, machine)).toEqual(["x"]);
  expect(missingPackages(wanted, {}, {platform: "darwin", arch: "arm64"})).toEqual([]);
});
