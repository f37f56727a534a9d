import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, expect, it} from "vitest";

const scratch = mkdtempSync(join(tmpdir(), "prefect-flow-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

const environments = existsSync(".bench")
  ? readdirSync(".bench")
      .filter((name) => name.startsWith("prefect-"))
      .map((name) => resolve(".bench", name, "bin", "python"))
      .filter((program) => existsSync(program))
  : [];

it.skipIf(environments.length === 0)(
  "the flow of the examples runs under Prefect itself (needs its environment: `npm run bench -- --install`)",
  () => {
    const [sources, targets, home] = ["in", "out", "home"].map((name) => join(scratch, name));
    for (const path of [sources, targets, home]) mkdirSync(path!);
    writeFileSync(join(sources!, "a.csv"), "name\na\na\n");
    writeFileSync(join(sources!, "b.csv"), "name\na\n");
    const quiet = {PREFECT_HOME: home, HOME: home, DO_NOT_TRACK: "1", PREFECT_LOGGING_LEVEL: "ERROR"};
    // On a busy machine its server needs longer to start than the twenty seconds that it gives itself.
    const patient = {PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS: "100"};
    const {status, stdout, stderr} = spawnSync(
      environments[0]!,
      ["examples/orchestration/prefect_flow.py", sources!, targets!],
      {env: {PATH: process.env.PATH ?? "", PYTHONDONTWRITEBYTECODE: "1", ...quiet, ...patient}, encoding: "utf8"}
    );
    expect(status, stderr).toBe(0);
    expect(stdout.trim().split("\n").at(-1)).toBe("3");
    expect(readFileSync(join(targets!, "a.txt"), "utf8")).toBe("2\n");
  }
);
