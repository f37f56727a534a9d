import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {readFile, readdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {bundleLive} from "./bundleLive.ts";
import {checkSite} from "./checkSite.ts";
import {finishPage} from "./finishPage.ts";
import {runLoaders} from "./runLoaders.ts";
import {vendor} from "./vendor.ts";

const cache = "src/.observablehq/cache";

/**
 * Builds the site of the working directory into `dist`. Prints what it does; throws an Error whose message lists the
 * faults, one a line, when the site must not be shown.
 */
export async function buildSite(print: (line: string) => void): Promise<void> {
  print("Vendored packages …");
  await vendor();
  await bundleLive();
  await clearLoaderOutput();
  print("Loaders …");
  await runLoaders("src", print);
  print("Pages …");
  await runFramework(print);
  await finishPages("dist");
  print("Checks …");
  const faults = await checkSite("dist");
  if (faults.length > 0) throw new Error(`the built site has faults:\n  ${faults.join("\n  ")}`);
}

/** Framework keeps the output of a loader until that very file changes, whatever the loader imports. */
async function clearLoaderOutput(): Promise<void> {
  for (const entry of existsSync(cache) ? await readdir(cache) : []) {
    if (!/^_(npm|node)(\.stamp)?$/.test(entry)) await rm(join(cache, entry), {recursive: true, force: true});
  }
  await rm("dist", {recursive: true, force: true});
}

async function runFramework(print: (line: string) => void): Promise<void> {
  const command = "node_modules/@observablehq/framework/dist/bin/observable.js";
  const child = spawn(process.execPath, ["--import", "tsx", command, "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", NO_COLOR: "1", TZ: "UTC"}
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (log += text));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  const complaints = log.split("\n").filter((line) => /\b(error|warning)\b|unable to|failed/i.test(line));
  for (const line of complaints) print(`  ${line}`);
  if (code !== 0)
    throw new Error(`Observable Framework could not build the pages:\n${log.split("\n").slice(-30).join("\n")}`);
}

async function finishPages(site: string): Promise<void> {
  const paths = await readdir(site, {recursive: true});
  for (const path of paths.filter((path) => path.endsWith(".html"))) {
    const file = join(site, path);
    await writeFile(file, finishPage(await readFile(file, "utf8")));
  }
}
