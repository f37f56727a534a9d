import {existsSync} from "node:fs";
import {open} from "node:fs/promises";
import {basename, join} from "node:path";
import {findLoaders} from "./runLoaders.ts";

/**
 * Loaders below `root` whose output an edit of `path` may change. A chapter concerns its own page; anything else that
 * loaders read or import may concern all of them.
 */
export async function findDependents(path: string, root = "src"): Promise<string[]> {
  const loaders = await findLoaders(root);
  const chapter = /^data[\\/]chapters[\\/]/.test(path) ? `${basename(path)}.ts` : null;
  return chapter !== null && loaders.includes(chapter) ? [chapter] : loaders;
}

/**
 * Writes the dependents of an edited file anew, as they are, so that Framework's preview runs and shows them again. A new
 * time alone is not always reported by the system, and an emptied file would be run as it is.
 */
export async function touchDependents(path: string, root = "src"): Promise<string[]> {
  const dependents = (await findDependents(path, root)).map((loader) => join(root, loader));
  await Promise.all(dependents.filter((loader) => existsSync(loader)).map(rewrite));
  return dependents;
}

async function rewrite(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    const content = await file.readFile();
    await file.write(content, 0, content.length, 0);
  } finally {
    await file.close();
  }
}
