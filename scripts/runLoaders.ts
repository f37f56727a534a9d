import {spawn} from "node:child_process";
import {createWriteStream} from "node:fs";
import {mkdir, readdir, rm, utimes} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {dirname, join} from "node:path";
import {finished} from "node:stream/promises";

/** Framework prefers a cached output, however old, when it builds; one fixed date keeps two builds alike. */
const outputDate = new Date("2000-01-01T00:00:00Z");

/** Paths below `root` of the loaders: `x.json.ts` makes `x.json`. Parameterised ones (`[tool].md.ts`) only when asked for. */
export async function findLoaders(root: string, {parameterised = false} = {}): Promise<string[]> {
  const paths = await readdir(root, {recursive: true});
  return paths
    .filter((path) => /\.(md|json|csv|duckdb|txt|svg)\.ts$/.test(path))
    .filter((path) => (parameterised || !path.includes("[")) && !path.startsWith(".observablehq"))
    .sort();
}

/** Pages with a parameter are many and alike: a script that writes all of them to a folder, by their loader. */
const scripts: Readonly<Record<string, string>> = {"tools/[slug].md.ts": "scripts/renderToolPages.ts"};

async function runScript(script: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {stdio: ["ignore", "inherit", "inherit"]});
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`${script} failed (exit ${String(code)}); its message stands above`);
  for (const name of await readdir(folder)) await utimes(join(folder, name), outputDate, outputDate);
}

async function runLoader(root: string, path: string, cache: string): Promise<void> {
  const target = join(cache, path.slice(0, -".ts".length));
  await mkdir(dirname(target), {recursive: true});
  const script = scripts[path.replaceAll("\\", "/")];
  if (script !== undefined) return runScript(script, dirname(target));
  const file = createWriteStream(target);
  const child = spawn(process.execPath, ["--import", "tsx", join(root, path)], {stdio: ["ignore", "pipe", "inherit"]});
  child.stdout.pipe(file);
  const [code] = await Promise.all([
    new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve)),
    finished(file)
  ]);
  if (code !== 0) {
    await rm(target, {force: true});
    throw new Error(`the loader ${join(root, path)} failed (exit ${code}); its message stands above`);
  }
  await utimes(target, outputDate, outputDate);
}

/** Runs all loaders of `root` into Framework's cache, a few at a time. Rejects at the first that fails. */
export async function runLoaders(root: string, print: (line: string) => void): Promise<void> {
  const cache = join(root, ".observablehq/cache");
  const loaders = await findLoaders(root, {parameterised: true});
  const isMany = (path: string) => path.includes("[");
  const queue = [...loaders.filter(isMany), ...loaders.filter((path) => !isMany(path))];
  const runNext = async (): Promise<void> => {
    const path = queue.shift();
    if (path === undefined) return;
    const start = performance.now();
    await runLoader(root, path, cache);
    print(`  ${path} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  const work = async (): Promise<void> => {
    while (queue.length > 0) await runNext();
  };
  // Gathering and fitting are the long part; one loader does them and leaves the results to all others.
  const gathering = queue.indexOf("index.md.ts");
  if (gathering > 0) queue.unshift(...queue.splice(gathering, 1));
  if (gathering >= 0) await runNext();
  await Promise.all(Array.from({length: Math.max(1, Math.min(4, availableParallelism()))}, work));
}
