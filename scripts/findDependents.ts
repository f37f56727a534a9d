import {basename, join} from "node:path";
import {modulesOf} from "../loaders/modulesOf.ts";
import {findLoaders} from "./runLoaders.ts";

/**
 * Loaders below `root` whose output an edit of `path` may change. A chapter concerns its own page; a module that no loader
 * imports, such as a control that only a reader's browser draws, concerns none; anything else may concern all of them.
 */
export async function findDependents(path: string, root = "src"): Promise<string[]> {
  const loaders = await findLoaders(root, {parameterised: true});
  if (path.endsWith(".ts")) {
    const modules = new Set<string>();
    for (const loader of loaders) await modulesOf(join(root, loader), modules);
    if (!modules.has(path)) return [];
  }
  const chapter = /^data[\\/]chapters[\\/]/.test(path) ? `${basename(path)}.ts` : null;
  return chapter !== null && loaders.includes(chapter) ? [chapter] : loaders;
}
