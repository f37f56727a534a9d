import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {chooseSteps, countVitest, testSteps, type Step, type StepResult} from "./testSteps.ts";

const help = `npm test -- [--only ${testSteps.map(({name}) => name).join(",")}]

Runs every check, or those that --only names, and closes with the line "N passed, N failed".
${testSteps.map(({name, does}) => `  ${name.padEnd(8)} ${does}`).join("\n")}`;

async function run({name, command, vitest}: Step, folder: string): Promise<StepResult> {
  const report = join(folder, `${name}.json`);
  const reporters = vitest ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
  const measured = name === "smoke" ? ["--out", join(folder, "smoke")] : [];
  const child = spawn(process.execPath, [...command, ...reporters, ...measured], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {...process.env, TZ: "UTC", OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (vitest && existsSync(report)) return countVitest(await readFile(report, "utf8"), code);
  return code === 0 ? {passed: 1, failed: 0, failures: []} : {passed: 0, failed: 1, failures: [`exit code ${code}`]};
}

async function main(): Promise<number> {
  const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}, only: {type: "string"}}});
  if (values.help) {
    console.log(help);
    return 0;
  }
  let steps = chooseSteps(values.only);
  // The browser walks dist: built first when it is not there.
  if (steps.some(({needs}) => needs?.includes("build")) && !existsSync("dist/index.html")) {
    steps = testSteps.filter((step) => step.name === "build" || steps.includes(step));
  }
  const folder = await mkdtemp(join(tmpdir(), "when-parallel-pays-"));
  const total = {passed: 0, failed: 0};
  const failures: string[] = [];
  const started = performance.now();
  for (const [index, step] of steps.entries()) {
    console.log(`\n[${index + 1}/${steps.length}] ${step.name}: ${step.does}`);
    const start = performance.now();
    const result = await run(step, folder);
    total.passed += result.passed;
    total.failed += result.failed;
    failures.push(...result.failures.map((failure) => `${step.name}: ${failure}`));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`    ${step.name}: ${result.failed === 0 ? "ok" : `FAILED (${result.failed})`} in ${seconds} s`);
  }
  await rm(folder, {recursive: true, force: true});
  if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join("\n  ")}`);
  console.log(`\nAll steps in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
