import {mkdir, mkdtemp, readdir, rm, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {cachedResult, cacheFolder} from "../../loaders/cachedResult.ts";

const home = process.cwd();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cached result "));
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "data", "a.csv"), "1");
  process.chdir(folder);
});
afterEach(async () => {
  process.chdir(home);
  vi.restoreAllMocks();
  await rm(folder, {recursive: true});
});

it("computes once, anew when an input has changed, and keeps no result of other inputs", async () => {
  const compute = vi.fn(async () => ({calls: compute.mock.calls.length}));
  expect(await cachedResult("x", compute, {again: true})).toEqual({calls: 1});
  expect(await cachedResult("x", compute)).toEqual({calls: 1});
  await utimes(join(folder, "data", "a.csv"), new Date(0), new Date(0));
  expect(await cachedResult("x", compute), "a process keeps to the inputs it began with").toEqual({calls: 1});
  expect(await cachedResult("x", compute, {again: true})).toEqual({calls: 2});
  expect(await readdir(join(folder, cacheFolder))).toHaveLength(1);
});

it("keeps nothing of a computation that fails", async () => {
  await expect(
    cachedResult(
      "x",
      async () => {
        throw new Error("no such view");
      },
      {again: true}
    )
  ).rejects.toThrow("no such view");
  expect(await cachedResult("x", async () => 1)).toBe(1);
});

it("of named inputs is computed anew only when one of them, or an imported module, has changed", async () => {
  await writeFile(join(folder, "one.ts"), 'import {two} from "./two.ts";\n');
  await writeFile(join(folder, "two.ts"), "export const two = 2;\n");
  const compute = vi.fn(async () => compute.mock.calls.length);
  const inputs = {module: "one.ts", files: ["data/a.csv"]};
  expect(await cachedResult("x", compute, {again: true, inputs})).toBe(1);
  await writeFile(join(folder, "data", "b.csv"), "a fact that it does not read");
  expect(await cachedResult("x", compute, {again: true, inputs})).toBe(1);
  await utimes(join(folder, "two.ts"), new Date(0), new Date(0));
  expect(await cachedResult("x", compute, {again: true, inputs})).toBe(2);
  await utimes(join(folder, "data", "a.csv"), new Date(0), new Date(0));
  expect(await cachedResult("x", compute, {again: true, inputs})).toBe(3);
});
