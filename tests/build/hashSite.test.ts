import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {differences, hashSite} from "../../scripts/hashSite.ts";

async function site(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "hashed-"));
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  const hashes = await hashSite(folder);
  await rm(folder, {recursive: true});
  return hashes;
}

test("differences() names files that changed, came or went", async () => {
  const a = await site({"index.html": "a", "gone.css": "x", "same.js": "s"});
  const b = await site({"index.html": "b", "new.css": "x", "same.js": "s"});
  expect(differences(a, b)).toEqual(["gone.css", "index.html", "new.css"]);
});

test("hashSite() looks past databases, the hashes in their names and their sizes, and past nothing else", async () => {
  const a = await site({"index.html": "b.0123abcd.duckdb", "b.duckdb": "1"});
  const b = await site({"index.html": "b.89abcdef.duckdb", "b.duckdb": "2"});
  const c = await site({"index.html": "b.89abcdef.json", "b.duckdb": "2"});
  expect(differences(a, b)).toEqual([]);
  expect(differences(a, c)).toEqual(["index.html"]);
  const file = (name: string, size: number) => site({"index.html": `{"path":"./${name}","size":${size}}`});
  expect(differences(await file("b.0123abcd.duckdb", 1), await file("b.89abcdef.duckdb", 2))).toEqual([]);
  expect(differences(await file("b.csv", 1), await file("b.csv", 2))).toEqual(["index.html"]);
});
