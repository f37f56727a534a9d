import {createHash} from "node:crypto";
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** Fifteen loaders ask for the same results, each in a process of its own: the first keeps them under this folder. */
export const cacheFolder = "node_modules/.cache/when-parallel-pays";

/** All that loaders read or are made of. */
const inputs = ["data", "loaders", "src", "bench/adapters", "bench/requirements", "examples", "package-lock.json"];

/** Not inputs: what the build itself writes below src. */
const outputs = /^src[\\/](\.observablehq|live)[\\/]/;

async function filesBelow(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  return entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
}

let known: Promise<string> | undefined;

/** A hash of name, size and time of every input: it changes with any edit, and costs no reading. */
async function fingerprint(): Promise<string> {
  const files = (await Promise.all(inputs.map(filesBelow))).flat().filter((file) => !outputs.test(file));
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    const {size, mtimeMs} = await stat(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 24);
}

/**
 * The path of a kept file `<name>-<fingerprint><end>`; where there is none yet, `make` writes it first, and those of other
 * inputs are removed. A process takes the inputs to be what they were when it first asked, unless `again` is set.
 */
export async function cachedFile(
  name: string,
  end: string,
  make: (path: string) => Promise<void>,
  {again = false} = {}
): Promise<string> {
  known = again || known === undefined ? fingerprint() : known;
  const file = `${name}-${await known}${end}`;
  const path = join(cacheFolder, file);
  if ((await stat(path).catch(() => null)) !== null) return path;
  await mkdir(cacheFolder, {recursive: true});
  const part = join(cacheFolder, `${process.pid}-${file}`);
  await make(part);
  await rename(part, path);
  for (const other of await readdir(cacheFolder))
    if (other.startsWith(`${name}-`) && other.endsWith(end) && other !== file)
      await rm(join(cacheFolder, other), {force: true});
  return path;
}

/** A result that JSON can hold, computed once for all loaders of a build. */
export async function cachedResult<Result>(
  name: string,
  compute: () => Promise<Result>,
  options: {readonly again?: boolean} = {}
): Promise<Result> {
  const make = async (path: string) => writeFile(path, JSON.stringify(await compute()));
  return JSON.parse(await readFile(await cachedFile(name, ".json", make, options), "utf8")) as Result;
}
