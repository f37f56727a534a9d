import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {findPython} from "../../bench/findPython.ts";
import {adapterModule, tools} from "../../bench/tools.ts";

const bench = join(import.meta.dirname, "..", "..", "bench");
const adapters = join(bench, "adapters");
const python = findPython().command;
/** Distributions that the standard library does not bring; their adapters need their own environment to be imported. */
const needsInstalling = new Set(["serial-optimised", "joblib"]);

describe.each(tools.map(({slug}) => slug))("the adapter of %s", (slug) => {
  const file = join(adapters, `${adapterModule(slug)}.py`);

  it("is short enough to be read as the example", () => {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
    expect(lines).toBeLessThanOrEqual(80);
  });

  it("is Python, and no module of the standard library or of the tool bears its name", () => {
    execFileSync(python, ["-m", "py_compile", file], {
      env: {...process.env, PYTHONPYCACHEPREFIX: join(bench, "..", ".bench", "pycache")}
    });
    expect(slug.replaceAll("-", "_")).not.toBe(adapterModule(slug));
  });

  it.skipIf(needsInstalling.has(slug))(
    "imports the tool itself, not a file of this project, and runs as an example",
    () => {
      const script = `import ${adapterModule(slug)} as a, sys; print([m.__file__ for n, m in sys.modules.items() if n in ("multiprocessing", "threading", "asyncio", "concurrent.futures")])`;
      const env = {...process.env, PYTHONPATH: adapters, PYTHONDONTWRITEBYTECODE: "1"};
      expect(execFileSync(python, ["-c", script], {env, encoding: "utf8"})).not.toContain(adapters);
      const output = execFileSync(python, [file], {env, encoding: "utf8"});
      expect(output.trim()).toBe("[5, 4, 3, 2, 1, 0, 1, 2, 3, 4]");
    }
  );
});

describe("requirements", () => {
  it("name exact versions, one file for each environment", () => {
    for (const {environment} of tools) expect(existsSync(join(bench, "requirements", `${environment}.txt`))).toBe(true);
    for (const name of readdirSync(join(bench, "requirements")))
      for (const line of readFileSync(join(bench, "requirements", name), "utf8")
        .trim()
        .split("\n"))
        expect(line, name).toMatch(/^(-r work-[a-z]+\.txt|[\w[\]-]+==[\w.]+)$/);
  });
});
