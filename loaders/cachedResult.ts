import {createHash} from "node:crypto";
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {modulesOf} from "./modulesOf.ts";

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

/** What one result depends on, where that is less than everything: a module with all that it imports, and files or folders. */
export interface ResultInputs {
  readonly module: string;
  readonly files: readonly string[];
}

const known = new Map<string, Promise<string>>();

/** A hash of name, size and time of every input: it changes with any edit, and costs little reading. */
async function fingerprint(own: ResultInputs | undefined): Promise<string> {
  const code = own ? [...(await modulesOf(own.module))] : [];
  const rest = (await Promise.all((own?.files ?? inputs).map(filesBelow))).flat();
  const files = [...code, ...rest].filter((file) => !outputs.test(file));
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    const {size, mtimeMs} = await stat(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 24);
}

export interface CacheOptions {
  /** Look at the inputs anew. */
  readonly again?: boolean;
  readonly inputs?: ResultInputs;
}

/**
 * The path of a kept file `<name>-<fingerprint><end>`; where there is none yet, `make` writes it first, and those of other
 * inputs are removed. A process takes the inputs to be what they were when it first asked, unless `again` is set.
 */
export async function cachedFile(
  name: string,
  end: string,
  make: (path: string) => Promise<void>,
  {again = false, inputs: own}: CacheOptions = {}
): Promise<string> {
  if (again) known.clear();
  const key = own?.module ?? "everything";
  const print = known.get(key) ?? fingerprint(own);
  known.set(key, print);
  const file = `${name}-${await print}${end}`;
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
  options: CacheOptions = {}
): Promise<Result> {
  const make = async (path: string) => writeFile(path, JSON.stringify(await compute()));
  return JSON.parse(await readFile(await cachedFile(name, ".json", make, options), "utf8")) as Result;
}
