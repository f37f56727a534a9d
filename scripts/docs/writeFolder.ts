import {mkdir, readdir, rm, rmdir, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";

/** The paths of all files below a folder, with `/`; none where there is no such folder. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"));
}

/** Writes files into a folder that holds nothing else afterwards, and returns the paths of what it took away. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const stale = (await filesBelow(folder)).filter((path) => !files.has(path)).toSorted();
  for (const path of stale) {
    await rm(join(folder, path));
    // The folder goes with its last file.
    await rmdir(dirname(join(folder, path))).catch(() => {});
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), text);
  }
  return stale;
}
