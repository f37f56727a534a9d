import {existsSync} from "node:fs";
import {utimes} from "node:fs/promises";
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

/** Gives the dependents of an edited file the time of now, so that Framework's preview runs and shows them again. */
export async function touchDependents(path: string, root = "src"): Promise<string[]> {
  const now = new Date();
  const dependents = (await findDependents(path, root)).map((loader) => join(root, loader));
  await Promise.all(dependents.filter((loader) => existsSync(loader)).map((loader) => utimes(loader, now, now)));
  return dependents;
}
