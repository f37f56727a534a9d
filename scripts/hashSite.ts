import {createHash} from "node:crypto";
import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";

/** A database's own bytes vary from build to build, and so do its size and the hash that Framework puts into its name. */
const neutral = (text: string) => text.replace(/\.[0-9a-f]{8}\.duckdb("[^{}]*?"size":\d+)?/g, ".duckdb");

/** The hash of every file of a built site by its path; databases are compared by content elsewhere and left out. */
export async function hashSite(site: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(site, {recursive: true, withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  const hashes = await Promise.all(
    paths
      .filter((path) => !path.endsWith(".duckdb"))
      .map(async (path): Promise<[string, string]> => {
        const bytes = await readFile(path);
        const content = /\.(html|js)$/.test(path) ? neutral(bytes.toString("utf8")) : bytes;
        return [path.slice(site.length + 1), createHash("sha256").update(content).digest("hex")];
      })
  );
  return new Map(hashes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Paths whose content differs between two built sites, or that only one of them has. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
}
