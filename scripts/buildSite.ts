import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {bundleLive} from "./bundleLive.ts";
import {checkSite} from "./checkSite.ts";
import {finishPage} from "./finishPage.ts";
import {runLoaders} from "./runLoaders.ts";
import {vendor} from "./vendor.ts";

const cache = "src/.observablehq/cache";

/** Parsed pages live longer than the young generation's usual 16 MB: collecting it over and over is a fifth of the time. */
const roomy = ["--max-semi-space-size=64"];

/**
 * Builds the site of the working directory into `dist`. Prints what it does; throws an Error whose message lists the
 * faults, one a line, when the site must not be shown.
 */
export async function buildSite(print: (line: string) => void): Promise<void> {
  print("Vendored packages and loaders …");
  await clearLoaderOutput();
  await Promise.all([vendor(), bundleLive(), runLoaders("src", print)]);
  print("Pages …");
  await runFramework(print);
  print("Checks …");
  const faults = await checkSite("dist", finishPage);
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
  const child = spawn(process.execPath, [...roomy, "--import", "tsx", command, "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", NO_COLOR: "1", TZ: "UTC"}
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (log += text));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  const complaints = log
    .split("\n")
    .filter((line) => /\b(error|warning)\b|unable to|failed/i.test(line))
    // It takes a link's query for part of a page's name; every link is looked at by the checks that follow.
    .filter((line) => !/\d+ broken links?/.test(line));
  for (const line of complaints) print(`  ${line}`);
  if (code !== 0)
    throw new Error(`Observable Framework could not build the pages:\n${log.split("\n").slice(-30).join("\n")}`);
}
