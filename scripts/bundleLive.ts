import {build} from "esbuild";
import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";

const chapters = "data/chapters";
const components = "src/components";
const output = "src/live";

/** Names of the components that chapters import live: `import {planner} from "./live/planner.js"`. */
export async function findLive(folder = chapters): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const file of existsSync(folder) ? await readdir(folder) : []) {
    if (!file.endsWith(".md")) continue;
    const text = await readFile(join(folder, file), "utf8");
    for (const [, name = ""] of text.matchAll(/from "\.\/live\/(\w+)\.js"/g)) names.add(name);
  }
  return [...names].sort();
}

/**
 * Bundles each live component with all it imports of ours into `src/live/<name>.js`. Framework serves local modules only
 * under `.js` names and one by one; ours name each other with `.ts`, as Node and the tests do. Plot stays apart: the pages
 * share it. A file that would not change is not written, so that the preview reloads only what did.
 */
export async function bundleLive(): Promise<readonly string[]> {
  const names = await findLive();
  const {outputFiles} = await build({
    entryPoints: names.map((name) => join(components, `${name}.ts`)),
    outdir: output,
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "error",
    external: ["@observablehq/plot"]
  });
  await mkdir(output, {recursive: true});
  for (const {path, text} of outputFiles) {
    if (!existsSync(path) || (await readFile(path, "utf8")) !== text) await writeFile(path, text);
  }
  return names;
}
