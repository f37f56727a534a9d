import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {homedir, tmpdir} from "node:os";
import {delimiter, join, resolve} from "node:path";
import {csvParse} from "d3-dsv";
import {afterAll, describe, expect, it} from "vitest";
import {findPython} from "../../bench/findPython.ts";
import {readCsv} from "../../loaders/readCsv.ts";
import {type Migration, migrationTable} from "../../src/schema/migration.ts";

const folder = resolve("examples/assetutilities");
const scratch = mkdtempSync(join(tmpdir(), "wpp-parallel-map-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

/** The oldest Python that the package promises, where this machine has it; the newest is the harness's own. */
function oldestPython(): string | null {
  const versions = join(homedir(), ".pyenv", "versions");
  const name = existsSync(versions) ? readdirSync(versions).find((version) => version.startsWith("3.9.")) : undefined;
  return name === undefined ? null : join(versions, name, "bin", "python3");
}

function run(command: string, args: readonly string[]) {
  const path = [join(folder, "src"), join(folder, "tests")].join(delimiter);
  const env = {...process.env, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: "1", TMPDIR: scratch};
  return spawnSync(command, args, {cwd: folder, env, encoding: "utf8", timeout: 120_000});
}

describe("the example package for AssetUtilities", () => {
  const oldest = oldestPython();

  it.for([
    ["newest", findPython().command],
    ["oldest", oldest]
  ] as const)("passes its own tests with the %s Python", {timeout: 120_000}, ([, command], {skip}) => {
    if (command === null) return skip("no Python 3.9 under ~/.pyenv/versions");
    const {status, stderr} = run(command, ["-m", "unittest", "discover", "-s", "tests"]);
    expect(stderr).toMatch(/Ran \d{2,} tests in/);
    expect(status, stderr).toBe(0);
  });

  it("documents every key of the configuration, with its default, and no other", () => {
    const program = "import json\nfrom assetutilities_parallel import DEFAULTS\nprint(json.dumps(DEFAULTS))";
    const defaults = JSON.parse(run(findPython().command, ["-c", program]).stdout) as Record<string, unknown>;
    const rows = [...readFileSync(join(folder, "README.md"), "utf8").matchAll(/^\| (`\w+`(?:, `\w+`)*) \| (\S+) \|/gm)];
    const told = rows.flatMap(([, names, value]) =>
      [...names!.matchAll(/\w+/g)].map(([name]) => [name, value!.replaceAll("`", "")])
    );
    const expected = Object.entries(defaults).map(([name, value]) => [name, value === null ? "none" : String(value)]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
  });

  it("needs nothing but the standard library", () => {
    const sources = readdirSync(join(folder, "src", "assetutilities_parallel")).filter((name) => name.endsWith(".py"));
    const program = `
import ast, sys
names = set()
for file in sys.argv[1:]:
    for node in ast.walk(ast.parse(open(file).read())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module.split(".")[0])
print(sorted(names - set(sys.stdlib_module_names)))`;
    const files = sources.map((name) => join(folder, "src", "assetutilities_parallel", name));
    expect(run(findPython().command, ["-c", program, ...files]).stdout.trim()).toBe("[]");
  });
});

describe("the migration of AssetUtilities", () => {
  it("has a row for every module, in the order of the modules", async () => {
    const rows = await readCsv<Migration>("data/migration.csv", migrationTable);
    const modules = csvParse(readFileSync("data/modules.csv", "utf8")).map((row) => row["module_path"]);
    expect(rows.map((row) => row.module_path)).toEqual(modules);
  });

  it("names what one task makes where a pool is advised after the repair", async () => {
    const rows = await readCsv<Migration>("data/migration.csv", migrationTable);
    const pooled = rows.filter(({verdict}) => ["serial-fix-then-parallel", "parallel", "runs-jobs"].includes(verdict));
    expect(pooled.length).toBeGreaterThan(5);
    expect(pooled.filter(({pool, partition}) => pool === "none" || partition === null)).toEqual([]);
    const repaired = rows.filter(({verdict}) => ["leave", "serial-fix", "withdraw"].includes(verdict));
    expect(repaired.filter(({must_not, verdict}) => verdict === "withdraw" && must_not === null).length).toBeLessThan(
      2
    );
  });

  it("withdraws what is parallel and wrong today", async () => {
    const rows = await readCsv<Migration>("data/migration.csv", migrationTable);
    const parallel = csvParse(readFileSync("data/modules.csv", "utf8")).filter(({parallel_today}) =>
      /corrupts|several writers|unordered, failures/.test(parallel_today ?? "")
    );
    expect(parallel.length).toBe(3);
    for (const {module_path} of parallel)
      expect(rows.find((row) => row.module_path === module_path)?.verdict, module_path).toBe("withdraw");
  });
});
