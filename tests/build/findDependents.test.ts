import {mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {findDependents} from "../../scripts/findDependents.ts";
import {touchLoaders} from "../../scripts/touchLoaders.ts";

let root: string;
const all = ["data/fits.json.ts", "index.md.ts", "overhead.md.ts", "tools/[tool].md.ts"];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "some pages "));
  for (const folder of ["data", "tools", ".observablehq"]) await mkdir(join(root, folder));
  for (const path of [...all, "style.css", ".observablehq/old.json.ts"])
    await writeFile(join(root, path), `// ${path}\n`);
});

afterEach(() => rm(root, {recursive: true, force: true}));

test("a chapter concerns its own page", async () => {
  expect(await findDependents("data/chapters/overhead.md", root)).toEqual(["overhead.md.ts"]);
});

test("any other file may concern every loader, those with a parameter too", async () => {
  expect(await findDependents("data/tools/joblib.md", root)).toEqual(all);
  expect(await findDependents("bench/adapters/joblib_adapter.py", root)).toEqual(all);
  expect(await findDependents("data/chapters/not-a-page.md", root)).toEqual(all);
});

test("a module concerns the loaders if one of them imports it, at once or later, and else none", async () => {
  const module = (name: string) => join(root, `${name}.ts`);
  await writeFile(join(root, "index.md.ts"), `import {a} from "./a.ts";\nconst b = await import("./b.ts");\n`);
  for (const name of ["a", "b", "onlyInTheBrowser"]) await writeFile(module(name), "");
  expect(await findDependents(module("a"), root)).toEqual(all);
  expect(await findDependents(module("b"), root)).toEqual(all);
  expect(await findDependents(module("onlyInTheBrowser"), root)).toEqual([]);
});

test("touching a loader gives it a new time and leaves its text", async () => {
  const path = join(root, "index.md.ts");
  await utimes(path, 1000, 1000);
  await touchLoaders(["index.md.ts", "gone.md.ts"], root);
  expect((await stat(path)).mtimeMs).toBeGreaterThan(1e6);
  expect(await readFile(path, "utf8")).toBe("// index.md.ts\n");
});
