/** What one step of `npm test` came to. `passed` and `failed` count its checks. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** Names of what failed, for the closing list. */
  readonly failures: readonly string[];
}

/** One step: a name for `--only`, what it does, and the command, as arguments of Node. */
export interface Step {
  readonly name: string;
  readonly does: string;
  readonly command: readonly string[];
  /** Steps that must have run before: their outcome is on disk. */
  readonly needs?: readonly string[];
  /** Vitest counts each test; any other command counts as one check. */
  readonly vitest?: boolean;
}

const tsx = ["--import", "tsx"];
const vitest = (project: string) => ["node_modules/vitest/vitest.mjs", "run", "--project", project];

/** The steps of `npm test` in their order, cheap ones first. */
export const testSteps: readonly Step[] = [
  {
    name: "format",
    does: "prettier",
    command: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]
  },
  {
    name: "lint",
    does: "eslint, with the import rules",
    command: ["node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."]
  },
  {name: "types", does: "tsc", command: ["node_modules/typescript/bin/tsc", "--pretty", "false"]},
  {name: "unit", does: "model, data, queries, charts, build", command: vitest("unit"), vitest: true},
  {name: "bench", does: "the harness, with tools that misbehave", command: vitest("bench"), vitest: true},
  {name: "build", does: "the site, its links, addresses and weights", command: [...tsx, "scripts/build.ts"]},
  {
    name: "repeat",
    does: "a second build gives the same bytes",
    command: [...tsx, "scripts/checkRepeatable.ts"],
    needs: ["build"]
  },
  {name: "browser", does: "every page in a real browser", command: vitest("browser"), vitest: true, needs: ["build"]},
  {name: "smoke", does: "a measurement of a minute", command: [...tsx, "bench/main.ts", "--profile", "smoke"]}
];

/** The steps that `only` names ("lint,types"), or all; throws a sentence for an unknown name. */
export function chooseSteps(only: string | undefined, steps: readonly Step[] = testSteps): readonly Step[] {
  if (only === undefined) return steps;
  const names = only.split(",").map((name) => name.trim());
  const known = steps.map(({name}) => name);
  for (const name of names) {
    if (!known.includes(name)) throw new Error(`--only takes ${known.join(", ")}, got ${JSON.stringify(name)}`);
  }
  return steps.filter(({name}) => names.includes(name));
}

/** Counts what Vitest's JSON report says; a report without a test is a failure, never a pass. */
export function countVitest(report: string, code: number | null): StepResult {
  const {numPassedTests, numFailedTests, testResults} = JSON.parse(report) as VitestReport;
  const failures = testResults.flatMap(({name, status, assertionResults}) => {
    const failed = assertionResults.filter((test) => test.status === "failed").map((test) => test.fullName);
    return failed.length > 0 || status !== "failed" ? failed : [`${name} could not be run`];
  });
  // A file that does not load fails the run without failing a test.
  const unrun = failures.length - numFailedTests;
  if (numPassedTests + failures.length === 0) return {passed: 0, failed: 1, failures: ["no test was run"]};
  if (failures.length === 0 && code !== 0) return {passed: numPassedTests, failed: 1, failures: ["Vitest failed"]};
  return {passed: numPassedTests, failed: numFailedTests + unrun, failures};
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {readonly status: string; readonly fullName: string}[];
  }[];
}
