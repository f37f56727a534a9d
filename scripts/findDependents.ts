import {basename} from "node:path";
import {findLoaders} from "./runLoaders.ts";

/**
 * Loaders below `root` whose output an edit of `path` may change. A chapter concerns its own page; anything else that
 * loaders read or import may concern all of them.
 */
export async function findDependents(path: string, root = "src"): Promise<string[]> {
  const loaders = await findLoaders(root, {parameterised: true});
  const chapter = /^data[\\/]chapters[\\/]/.test(path) ? `${basename(path)}.ts` : null;
  return chapter !== null && loaders.includes(chapter) ? [chapter] : loaders;
}
