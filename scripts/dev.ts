import {spawn} from "node:child_process";
import {existsSync, watch} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {bundleLive} from "./bundleLive.ts";
import {parsePort} from "./parsePort.ts";
import {touchDependents} from "./touchDependents.ts";
import {vendor} from "./vendor.ts";

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
  const edited = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  for (const folder of watched.filter((folder) => existsSync(folder))) {
    watch(folder, {recursive: true}, (_event, name) => {
      if (name === null || /(~|\.swp|\.tmp)$/.test(name)) return;
      edited.add(join(folder, name));
      // An editor writes a file in several steps.
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const paths = [...edited];
        edited.clear();
        // A component that does not compile is told, and the last one that did stays on the page.
        await bundleLive().catch((error: unknown) => console.error(String(error)));
        const dependents = await Promise.all(paths.map((path) => touchDependents(path)));
        console.log(`edited ${paths.join(", ")}: ${new Set(dependents.flat()).size} loaders to run when shown`);
      }, 50);
    });
  }
  const command = "node_modules/@observablehq/framework/dist/bin/observable.js";
  const preview = spawn(process.execPath, ["--import", "tsx", command, "preview", "--no-open", ...port], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
  preview.on("exit", (code) => process.exit(code ?? 0));
}

main().catch((error: unknown) => {
  console.error(`The preview cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
