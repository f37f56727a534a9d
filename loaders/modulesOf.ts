import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";

/** A module and all that it imports of ours, at once or when asked for, each once. */
export async function modulesOf(file: string, known = new Set<string>()): Promise<ReadonlySet<string>> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, path] of (await readFile(file, "utf8")).matchAll(/ (?:from |import\()"(\.[^"]+\.ts)"/g))
    await modulesOf(join(dirname(file), path!), known);
  return known;
}
