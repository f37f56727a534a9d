import {existsSync} from "node:fs";
import {open} from "node:fs/promises";
import {join} from "node:path";

/**
 * Writes loaders below `root` anew, as they are, so that Framework's preview runs and shows them again. A new time alone is
 * not always reported by the system, and an emptied file would be run as it is.
 */
export async function touchLoaders(loaders: readonly string[], root = "src"): Promise<void> {
  const paths = loaders.map((loader) => join(root, loader)).filter((path) => existsSync(path));
  await Promise.all(paths.map(rewrite));
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
