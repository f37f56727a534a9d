import {build} from "esbuild";
import {createHash} from "node:crypto";
import {copyFile, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Packages that Framework's browser code imports as `npm:`, with the file to bundle. */
const bundled: Readonly<Record<string, string>> = {
  htl: "src/index.js",
  isoformat: "src/index.js",
  "d3-dsv": "dist/d3-dsv.mjs",
  tslib: "tslib.es6.mjs",
  flatbuffers: "mjs/flatbuffers.js",
  "apache-arrow": "Arrow.dom.mjs",
  "@duckdb/duckdb-wasm": "dist/duckdb-browser.mjs",
  arquero: "src/index.js"
};

/** Files that are served as they are. */
const copied: Readonly<Record<string, readonly string[]>> = {
  "@duckdb/duckdb-wasm": [
    "dist/duckdb-mvp.wasm",
    "dist/duckdb-eh.wasm",
    "dist/duckdb-browser-mvp.worker.js",
    "dist/duckdb-browser-eh.worker.js"
  ]
};

/**
 * Packages of ours that stand better in one file: Framework would load Plot with each of d3's thirty parts, and Arquero
 * with a Node module that no browser has.
 */
const whole: Readonly<Record<string, string>> = {"@observablehq/plot": "src/index.js", arquero: "src/index.js"};

/** Names that Framework resolves to a version though no page of ours imports them: an empty folder answers. */
const named = [
  "@observablehq/plot@0.6.17",
  "d3@7.9.2",
  "parquet-wasm@0.6.1",
  "react@19.0.0",
  "react-dom@19.0.0",
  "lodash@4.17.21",
  "echarts@5.6.0",
  "leaflet@1.9.4",
  "mapbox-gl@3.0.0",
  "topojson-client@3.1.0",
  "@observablehq/sample-datasets@1.0.1"
];

async function versionOf(name: string): Promise<string> {
  const {version} = JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

/**
 * Fills Framework's cache of `npm:` packages from node_modules, so that a build asks no CDN and package-lock.json
 * decides the versions. Does nothing when the cache already holds them.
 */
export async function vendor(cache = join(root, "src/.observablehq/cache/_npm")): Promise<"filled" | "fresh"> {
  const versions: Record<string, string> = {};
  for (const name of Object.keys({...bundled, ...whole})) versions[name] = await versionOf(name);
  const self = await readFile(fileURLToPath(import.meta.url), "utf8");
  const stamp = createHash("sha256").update(JSON.stringify(versions)).update(self).digest("hex");
  const stampPath = join(dirname(cache), "_npm.stamp");
  if ((await readFile(stampPath, "utf8").catch(() => "")) === stamp) return "fresh";
  const nodeCache = join(dirname(cache), "_node");
  await rm(cache, {recursive: true, force: true});
  await rm(nodeCache, {recursive: true, force: true});
  for (const name of named) await mkdir(join(cache, name), {recursive: true});
  for (const [name, entry] of Object.entries(bundled)) {
    await bundle(join(cache, `${name}@${versions[name]}`, "_esm.js"), name, entry, versions);
  }
  for (const [name, entry] of Object.entries(whole)) {
    await bundle(join(nodeCache, `${name}@${versions[name]}`, "index.js"), name, entry, {});
  }
  for (const [name, paths] of Object.entries(copied)) {
    for (const path of paths) {
      const target = join(cache, `${name}@${versions[name]}`, path);
      await mkdir(dirname(target), {recursive: true});
      await copyFile(join(root, "node_modules", name, path), target);
    }
  }
  await writeFile(stampPath, stamp);
  return "filled";
}

/** Writes one module that holds all of a package, save the packages named in `apart`. */
async function bundle(
  outfile: string,
  name: string,
  entry: string,
  apart: Readonly<Record<string, string>>
): Promise<void> {
  const depth = name.split("/").length;
  await build({
    entryPoints: [join(dirname(require.resolve(`${root}/node_modules/${name}/package.json`)), entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "error",
    plugins: [
      {
        name: "other packages stay apart",
        setup: ({onResolve}) =>
          onResolve({filter: /^[@a-z]/}, ({path, kind}) =>
            kind !== "entry-point" && path !== name && path in apart
              ? {path: `${"../".repeat(depth)}${path}@${apart[path]}/_esm.js`, external: true}
              : undefined
          )
      }
    ]
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`Vendored packages: ${await vendor()}.`);
