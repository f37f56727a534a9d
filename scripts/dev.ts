import {spawn} from "node:child_process";
import {existsSync, watch} from "node:fs";
import {join, sep} from "node:path";
import {parseArgs} from "node:util";
import {bundleLive} from "./bundleLive.ts";
import {parsePort} from "./parsePort.ts";
import {findDependents} from "./findDependents.ts";
import {touchLoaders} from "./touchLoaders.ts";
import {vendor} from "./vendor.ts";
import {type WarmPages, warmPages} from "./warmPages.ts";

const help = `npm run dev -- [--port 3000]

Live preview: an edit of a page, component, chapter, tool file or data file shows in the open page. Ctrl-C stops it.`;

/** What loaders read or import, and Framework's preview therefore does not watch. */
const watched = ["data", "loaders", "src/schema", "src/model", "src/queries", "src/components", "bench/adapters"];

async function main(): Promise<void> {
  const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}, port: {type: "string"}}});
  if (values.help) return console.log(help);
  const port = values.port === undefined ? [] : ["--port", String(parsePort(values.port))];
  await vendor();
  await bundleLive();
  const pages = warmPages();
  const edited = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  for (const folder of watched.filter((folder) => existsSync(folder))) {
    watch(folder, {recursive: true}, (_event, name) => {
      if (name === null || /(~|\.swp|\.tmp)$/.test(name)) return;
      edited.add(join(folder, name));
      // An editor writes a file in several steps.
      clearTimeout(timer);
      timer = setTimeout(() => {
        const paths = [...edited];
        edited.clear();
        work = work.then(() => show(paths, pages)).catch((error: unknown) => console.error(String(error)));
      }, 50);
    });
  }
  const command = "node_modules/@observablehq/framework/dist/bin/observable.js";
  const preview = spawn(process.execPath, ["--import", "tsx", command, "preview", "--no-open", ...port], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
  preview.on("exit", (code) => {
    pages.stop();
    process.exit(code ?? 0);
  });
}

/** Brings edited files into the open page: its scripts first, then its text, by the process that has the code loaded. */
async function show(paths: readonly string[], pages: WarmPages): Promise<void> {
  const loaders = [...new Set((await Promise.all(paths.map((path) => findDependents(path)))).flat())];
  const isPage = (loader: string) => loader.endsWith(".md.ts") && !loader.includes("[");
  const ofCode = loaders.length > 0 && !paths.every((path) => path.startsWith(`data${sep}`));
  if (ofCode) pages.restart();
  // A component that does not compile is told, and the last one that did stays on the page.
  const bundled = bundleLive().catch((error: unknown) => console.error(String(error)));
  // A new process gathers by itself.
  const gather = !ofCode && !paths.every((path) => path.startsWith(join("data", "chapters")));
  const left = await pages.render(loaders.filter(isPage), gather);
  await bundled;
  await touchLoaders([...left, ...loaders.filter((loader) => !isPage(loader))]);
  console.log(`edited ${paths.join(", ")}: ${loaders.length} loaders concerned`);
}

main().catch((error: unknown) => {
  console.error(`The preview cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
