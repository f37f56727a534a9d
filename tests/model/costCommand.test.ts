import {spawnSync} from "node:child_process";
import {describe, expect, it} from "vitest";
import {formatUsd} from "../../src/model/formatUsd.ts";

function run(...args: string[]) {
  const made = spawnSync(process.execPath, ["--import", "tsx", "scripts/cost.ts", ...args], {encoding: "utf8"});
  return {code: made.status, out: made.stdout, error: made.stderr};
}

describe("npm run cost", () => {
  it("gives every offer in the documented shape", () => {
    const {code, out} = run("--tasks", "1000000", "--seconds", "0.1", "--json");
    expect(code).toBe(0);
    const answers = JSON.parse(out) as Record<string, unknown>[];
    expect(answers.length).toBeGreaterThan(40);
    const names = ["provider", "service", "usd", "seconds", "feasible", "reason", "parts", "as_of", "assumptions"];
    for (const answer of answers) expect(Object.keys(answer)).toEqual(names);
    const lambda = answers.find(({service}) => service === "lambda-x86")!;
    expect((lambda.usd as number).toPrecision(4)).toBe("3.079");
    expect(lambda).toMatchObject({provider: "aws", feasible: true, reason: null, as_of: "2026-09-06"});
    expect(lambda.assumptions).toContain("sized by its vCPUs, 1769 MB each: 1769 MB, not 2 GiB");
  });

  it("takes every documented option", () => {
    const args =
      "--tasks 1000000 --seconds 0.1 --memory-gib 2 --vcpu 1 --concurrency 100 --free-tier --startup typical";
    const {code, out} = run(
      ...args.split(" "),
      "--packing",
      "10",
      "--lambda-mb",
      "1769",
      "--service",
      "lambda-x86",
      "--json"
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(1);
  });

  it("speaks to a reader, and says what is left out and why", () => {
    const {code, out} = run("--tasks", "10", "--seconds", "2000");
    expect(code).toBe(0);
    expect(out).toMatch(/AWS Fargate, Arm +USD 0\.219/);
    expect(out).toMatch(/Left out:[^]*AWS Lambda, x86 .*maximum run time: 15 min/);
  });

  it.each([
    [["--tasks", "0"], /^--tasks must be a whole number 1…1000000000, got 0\n$/],
    [["--memory-gib", "lots"], /^--memory-gib must be 0.125…1024, got lots\n$/],
    [["--startup", "slow"], /^--startup must be one of none, typical, got slow\n$/],
    [["--service", "lambda"], /^--service must be one of lambda-x86, .* got lambda\n$/],
    [["--colour"], /See --help/]
  ])("answers %o with a sentence and exit code 2", (args, sentence) => {
    const {code, out, error} = run(...args);
    expect({code, out}).toEqual({code: 2, out: ""});
    expect(error).toMatch(sentence);
  });

  it("helps", () => expect(run("--help")).toMatchObject({code: 0, out: expect.stringContaining("--lambda-mb")}));
});

describe("formatUsd", () => {
  it.each([
    [0, "USD 0"],
    [0.00002899, "USD 0.0000290"],
    [0.0494, "USD 0.0494"],
    [3.0791, "USD 3.08"],
    [822.8, "USD 823"],
    [1_234_567, "USD 1,230,000"],
    [NaN, "–"]
  ])("writes %s", (usd, text) => expect(formatUsd(usd)).toBe(text));
});
