import {JSDOM} from "jsdom";
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname, join, normalize} from "node:path/posix";
import {gzipSync} from "node:zlib";

/** A file a page needs and its size in bytes, gzipped. */
export interface Weight {
  readonly path: string;
  readonly bytes: number;
}

const gzipped = new Map<string, Promise<Weight>>();

const weigh = (site: string, path: string): Promise<Weight> => {
  const key = join(site, path);
  const known = gzipped.get(key);
  if (known !== undefined) return known;
  const weight = readFile(key).then((bytes) => ({path, bytes: gzipSync(bytes).length}));
  gzipped.set(key, weight);
  return weight;
};

/**
 * What a page of a built site weighs when it opens: the page, its styles, its modules with all they import at once, and
 * its data (JSON). Tables for questions asked later (.duckdb, .csv) are not part of it. Heaviest first.
 */
export async function weighPage(
  site: string,
  page: string,
  parsed?: Document
): Promise<{bytes: number; files: Weight[]}> {
  const document = parsed ?? new JSDOM(await readFile(join(site, page), "utf8")).window.document;
  const needed = new Set<string>([page]);
  const local = (address: string, from = page) => normalize(join(dirname(from), address.replace(/[?#].*$/, "")));
  const add = async (path: string): Promise<void> => {
    if (needed.has(path) || !existsSync(join(site, path))) return;
    needed.add(path);
    if (!path.endsWith(".js")) return;
    for (const next of staticImports(await readFile(join(site, path), "utf8"))) await add(local(next, path));
  };
  for (const link of document.querySelectorAll("link[rel=stylesheet], link[rel=modulepreload]")) {
    await add(local(link.getAttribute("href") ?? ""));
  }
  for (const script of document.querySelectorAll("script")) {
    for (const next of staticImports(script.textContent ?? "")) await add(local(next));
    for (const [, next = ""] of (script.textContent ?? "").matchAll(/"path":"([^"]+\.json)"/g)) await add(local(next));
  }
  const files = await Promise.all([...needed].map((path) => weigh(site, path)));
  files.sort((a, b) => b.bytes - a.bytes);
  return {bytes: files.reduce((sum, {bytes}) => sum + bytes, 0), files};
}

const staticImports = (source: string): string[] =>
  [...source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, path = ""]) => path);
