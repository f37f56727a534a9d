import {expect, test} from "vitest";
import {chooseSteps, countVitest} from "../../scripts/testSteps.ts";

const report = (results: object[], numPassedTests: number, numFailedTests: number) =>
  JSON.stringify({numPassedTests, numFailedTests, testResults: results});

test("chooseSteps() returns all steps, in order", () => {
  expect(chooseSteps(undefined).map(({name}) => name)).toEqual([
    ...["format", "lint", "types", "unit", "bench", "build", "repeat", "browser", "smoke"]
  ]);
});

test("chooseSteps(names) keeps the order of the steps, not of the names", () => {
  expect(chooseSteps("types, lint").map(({name}) => name)).toEqual(["lint", "types"]);
});

test("chooseSteps(unknown) names what is allowed", () => {
  expect(() => chooseSteps("lnt")).toThrow(
    '--only takes format, lint, types, unit, bench, build, repeat, browser, smoke, got "lnt"'
  );
});

test("countVitest() counts tests, and a file that does not load as one failure", () => {
  const results = [
    {name: "a", status: "failed", assertionResults: [{status: "failed", fullName: "a fails"}]},
    {name: "b", status: "failed", assertionResults: []},
    {name: "c", status: "passed", assertionResults: [{status: "passed", fullName: "c holds"}]}
  ];
  expect(countVitest(report(results, 1, 1), 1)).toEqual({
    passed: 1,
    failed: 2,
    failures: ["a fails", "b could not be run"]
  });
});

test("countVitest() takes a run of no test for a failure", () => {
  expect(countVitest(report([], 0, 0), 0)).toEqual({passed: 0, failed: 1, failures: ["no test was run"]});
});

test("countVitest() does not pass when Vitest itself failed after its tests", () => {
  expect(countVitest(report([], 3, 0), 1)).toMatchObject({passed: 3, failed: 1});
});
