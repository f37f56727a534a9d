import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {parseAllDocuments} from "yaml";
import {findPython} from "../../bench/findPython.ts";
import {adapterModule, tools} from "../../bench/tools.ts";
import {experiments} from "../../src/schema/sample.ts";

const folders = ["data/chapters", "data/tools", "data/documents"];
const texts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({file: join(folder, name), text: readFileSync(join(folder, name), "utf8")}))
);

/** The files that texts show as code, below bench/ or examples/. */
const shown = [
  ...new Set(
    texts.flatMap(({text}) =>
      [...text.matchAll(/\{\{code (\S+)\s*\}\}/g)].map(([, path = ""]) =>
        path.startsWith("examples/") ? path : join("bench", path)
      )
    )
  )
].toSorted();

const below = (folder: string, end: string) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map(({parentPath, name}) => join(parentPath, name));

/** The module of every tool for every experiment, as the harness names it. */
const adapters = new Set(tools.flatMap(({slug}) => experiments.map((experiment) => adapterModule(slug, experiment))));

/** What names a file: the other files of the harness, or the tests of the examples. */
const harness = [...below("bench", ".py"), ...below("bench", ".ts")];
const exampleTests = below("tests/examples", ".ts").map((file) => readFileSync(file, "utf8"));

/** Code that stands in a text itself, with its language. */
const written = texts.flatMap(({file, text}) =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", code = ""]) => ({file, language, code}))
);

describe("T2.3: code", () => {
  it("is shown of many files", () => expect(shown.length).toBeGreaterThan(60));

  it.each(shown)("%s is run by the harness or by a test", (path) => {
    expect(existsSync(path)).toBe(true);
    if (path.startsWith("examples")) {
      // A test walks the folder, or names the file.
      const folder = path.split(/[\\/]/).slice(0, 2).join("/");
      expect(exampleTests.some((test) => test.includes(folder))).toBe(true);
      return;
    }
    const module = basename(path).replace(/\.\w+$/, "");
    if (adapters.has(module)) return;
    // A file that an adapter or a service starts: named there, or lying in a folder that is.
    const names = [module, basename(dirname(path))].filter((name) => !["adapters", "services"].includes(name));
    const starters = harness.filter(
      (file) => file !== path && names.some((name) => readFileSync(file, "utf8").includes(name))
    );
    expect(starters, `${path} is run by nothing`).not.toEqual([]);
  });

  it("in Python parses, every file of it", () => {
    const files = [...new Set([...shown.filter((path) => path.endsWith(".py")), ...below("examples", ".py")])];
    expect(files.length).toBeGreaterThan(30);
    const script = "import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name, encoding='utf-8').read(), name)";
    execFileSync(findPython().command, ["-c", script, ...files], {stdio: "pipe"});
  });

  it("that stands in a text is no Python, which nobody would run", () => {
    expect(written.filter(({language}) => /^(py|python)$/.test(language)).map(({file}) => file)).toEqual([]);
  });

  it("that stands in a text has a language that is checked here, or is a formula", () => {
    const looksRun = /^\s*(import |from \w+ import|def |class |>>> |\$ |npm |pip |python )/m;
    const odd = written.filter(({language, code}) =>
      ["", "text"].includes(language) ? looksRun.test(code) : !["js", "yaml", "json", "sh"].includes(language)
    );
    expect(odd.map(({file, language}) => `${file}: ${language || "no language"}`)).toEqual([]);
  });

  it("in YAML and JSON parses", () => {
    for (const {file, language, code} of written) {
      if (language === "json") JSON.parse(code);
      if (language === "yaml") for (const {errors} of parseAllDocuments(code)) expect(errors, file).toEqual([]);
    }
  });

  it("for the command line calls commands of this project that there are", () => {
    const {scripts} = JSON.parse(readFileSync("package.json", "utf8")) as {scripts: Readonly<Record<string, string>>};
    const lines = written.filter(({language}) => language === "sh").flatMap(({code}) => code.trim().split("\n"));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const name = /^npm (?:run (?:-s )?)?([\w:]+)/.exec(line)?.[1];
      expect(scripts, line).toHaveProperty([name ?? line]);
    }
  });

  it("for a live part imports a component that there is", () => {
    const names = written.flatMap(({code}) => [...code.matchAll(/"\.\/live\/(\w+)\.js"/g)].map(([, name]) => name));
    expect(names.filter((name) => !existsSync(`src/components/${name}.ts`))).toEqual([]);
  });
});
