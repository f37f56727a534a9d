import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {findPython} from "../../bench/findPython.ts";
import {adapterModule, tools} from "../../bench/tools.ts";

const bench = join(import.meta.dirname, "..", "..", "bench");
const adapters = join(bench, "adapters");
const python = findPython().command;
const modules = readdirSync(adapters).filter((name) => name.endsWith("_adapter.py"));
/** Adapters of the standard library; the others need their own environment to be imported. */
const plain = new Set(
  tools.filter(({environment}) => environment === "stdlib").map(({slug}) => `${adapterModule(slug)}.py`)
);

describe.each(modules)("the adapter %s", (name) => {
  const file = join(adapters, name);

  it("is short enough to be read as the example", () => {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
    expect(lines).toBeLessThanOrEqual(80);
  });

  it("is Python, and no module of the standard library or of the tool bears its name", () => {
    execFileSync(python, ["-m", "py_compile", file], {
      env: {...process.env, PYTHONPYCACHEPREFIX: join(bench, "..", ".bench", "pycache")}
    });
    expect(tools.map(({slug}) => `${slug.replaceAll("-", "_")}.py`)).not.toContain(name);
  });

  it("defines what the protocol calls", () => {
    const text = readFileSync(file, "utf8");
    for (const signature of ["def start(cell)", "def run(pool, ", "def stop(pool)"]) expect(text).toContain(signature);
  });

  it.runIf(plain.has(name))("imports the tool itself, not a file of this project, and runs as an example", () => {
    const script = `import ${name.replace(".py", "")} as a, sys; print([m.__file__ for n, m in sys.modules.items() if n in ("multiprocessing", "threading", "asyncio", "concurrent.futures")])`;
    const env = {...process.env, PYTHONPATH: adapters, PYTHONDONTWRITEBYTECODE: "1"};
    expect(execFileSync(python, ["-c", script], {env, encoding: "utf8"})).not.toContain(adapters);
    const output = execFileSync(python, [file], {env, encoding: "utf8"});
    expect(output.trim()).toBe("[5, 4, 3, 2, 1, 0, 1, 2, 3, 4]");
  });
});

describe("requirements", () => {
  it("name exact versions, one file for each environment", () => {
    for (const {environment} of tools) expect(existsSync(join(bench, "requirements", `${environment}.txt`))).toBe(true);
    for (const name of readdirSync(join(bench, "requirements")))
      for (const line of readFileSync(join(bench, "requirements", name), "utf8")
        .trim()
        .split("\n"))
        expect(line, name).toMatch(/^(-r work-[a-z]+\.txt|[\w[\],-]+==[\w.]+)$/);
  });
});
