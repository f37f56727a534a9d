import {spawn} from "node:child_process";
import {createWriteStream} from "node:fs";
import {mkdir, readdir, rm, utimes} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {dirname, join} from "node:path";
import {finished} from "node:stream/promises";
import {chapterOf} from "./chapterOf.ts";

/** Framework takes cached data, however old, when it builds; one fixed date keeps two builds alike. */
const outputDate = new Date("2000-01-01T00:00:00Z");

/** Paths below `root` of the loaders: `x.json.ts` makes `x.json`. Parameterised ones (`[tool].md.ts`) only when asked for. */
export async function findLoaders(root: string, {parameterised = false} = {}): Promise<string[]> {
  const paths = await readdir(root, {recursive: true});
  return paths
    .filter((path) => /\.(md|json|csv|duckdb|txt|svg)\.ts$/.test(path))
    .filter((path) => (parameterised || !path.includes("[")) && !path.startsWith(".observablehq"))
    .sort();
}

/** The loader of the pages that take a tool's slug from their address. */
const toolPages = /^tools[\\/]\[slug\]\.md\.ts$/;

/** Renders the pages of many loaders by one process. */
async function runPages(root: string, loaders: readonly string[]): Promise<void> {
  const command = ["--import", "tsx", "scripts/renderPages.ts", root, ...loaders];
  const child = spawn(process.execPath, command, {stdio: ["ignore", "inherit", "inherit"]});
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`the pages could not be rendered (exit ${String(code)}); why stands above`);
}

async function runLoader(root: string, path: string, cache: string): Promise<void> {
  const target = join(cache, path.slice(0, -".ts".length));
  await mkdir(dirname(target), {recursive: true});
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
  // A page is taken only if it is newer than its loader; else Framework would render it a second time.
  if (!target.endsWith(".md")) await utimes(target, outputDate, outputDate);
}

/** Runs all loaders of `root` into Framework's cache, a few at a time. Rejects at the first that fails. */
export async function runLoaders(root: string, print: (line: string) => void): Promise<void> {
  const cache = join(root, ".observablehq/cache");
  const loaders = await findLoaders(root, {parameterised: true});
  const isPage = (path: string) =>
    toolPages.test(path) || (path.endsWith(".md.ts") && chapterOf(join(root, path)) !== null);
  const gathering: readonly string[] = loaders.filter((path) => path === "index.md.ts");
  const pages = loaders.filter((path) => isPage(path) && !gathering.includes(path));
  const others = loaders.filter((path) => !isPage(path) && !gathering.includes(path) && !path.includes("["));
  // All samples as one table take longest, so they begin first.
  others.sort((a, b) => Number(b.endsWith("samples.csv.ts")) - Number(a.endsWith("samples.csv.ts")));
  const run = async (name: string, work: () => Promise<void>): Promise<void> => {
    const start = performance.now();
    await work();
    print(`  ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  const single = (path: string) => () => run(path, () => runLoader(root, path, cache));
  // Gathering and fitting are the long part; one loader does them and leaves the results to all others.
  for (const path of gathering) await single(path)();
  const queue = [
    ...(pages.length > 0 ? [() => run(`${pages.length} page loaders`, () => runPages(root, pages))] : []),
    ...others.map(single)
  ];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({length: Math.max(1, Math.min(4, availableParallelism()))}, work));
}
