import {quantileSorted} from "d3";
import {existsSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {availableParallelism, loadavg} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {buildSite} from "./buildSite.ts";
import {pageBudgetBytes} from "./checkSite.ts";
import {measureBuild} from "./measureBuild.ts";
import {measureFilter} from "./measureFilter.ts";
import {measurePlanner} from "./measurePlanner.ts";
import {openBrowser} from "./openBrowser.ts";
import {serveFolder} from "./serveFolder.ts";
import {weighPage} from "./weighPage.ts";

const help = `npm run check:speed -- [--samples 1000000] [--only weights,planner,build]

Measures the weight of every page, the planner in a real browser, a build from generated samples and a filter over them.
Prints each figure beside its budget; exit code 1 when one is over.`;

const steps = ["weights", "planner", "build"] as const;

let over = 0;

/** One line: what, how much, its budget and whether it is kept. */
function report(what: string, value: number, unit: string, budget: number): void {
  if (value > budget) over += 1;
  const digits = value < 1 ? 3 : value < 100 ? 1 : 0;
  console.log(
    `  ${what.padEnd(52)} ${value.toFixed(digits).padStart(8)} ${unit.padEnd(5)} ${value > budget ? "OVER" : "within"} ${budget} ${unit}`
  );
}

const quantile = (values: readonly number[], share: number) =>
  quantileSorted(
    values.toSorted((a, b) => a - b),
    share
  )!;

async function weights(): Promise<void> {
  console.log("Weight of each page as it opens, gzipped:");
  const paths = (await readdir("dist", {recursive: true})).filter((path) => path.endsWith(".html")).sort();
  for (const path of paths) report(path, (await weighPage("dist", path)).bytes / 1000, "kB", pageBudgetBytes / 1000);
  const fits = await weighPage("dist", join("data", "fits.json"));
  report("data/fits.json", fits.bytes / 1000, "kB", 40);
}

async function planner(): Promise<void> {
  const server = await serveFolder("dist");
  const browser = await openBrowser();
  try {
    const {repaint, rest, unevenRest, layoutShift, map} = await measurePlanner(browser, server.address);
    console.log(
      `The planner in ${browser.browserType().name()} ${browser.version()}, ${repaint.length} moves of a slider:`
    );
    report("repaint, median", quantile(repaint, 0.5), "ms", 16);
    report("repaint, 95 of 100", quantile(repaint, 0.95), "ms", 50);
    console.log(
      `  ${"repaint, the slowest".padEnd(52)} ${Math.max(...repaint)
        .toFixed(1)
        .padStart(8)} ms`
    );
    report("break-even points and flips, median", quantile(rest, 0.5), "ms", 150);
    report("break-even points and flips of uneven tasks, median", quantile(unevenRest, 0.5), "ms", 150);
    report("winner map over length and count, median", quantile(map, 0.5), "ms", 50);
    report("layout shift while the page opens", layoutShift, "", 0.02);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function build(samples: number): Promise<void> {
  const count = samples.toLocaleString("en-GB");
  console.log(`A build from ${count} generated samples …`);
  const [load = 0] = loadavg();
  console.log(`  Other programs keep ${load.toFixed(1)} of ${availableParallelism()} cores busy.`);
  const {seconds, peakBytes, project, close} = await measureBuild(samples);
  try {
    report("build", seconds, "s", 60);
    if (peakBytes === null) console.log("  memory: not measured, this system has no /proc");
    else report("memory of all its processes", peakBytes / 1e9, "GB", 2);
    const server = await serveFolder(join(project, "dist"));
    const browser = await openBrowser();
    try {
      const {first, later} = await measureFilter(browser, `${server.address}overhead.html`);
      console.log(`A filter over them, seven views asked and drawn:`);
      console.log(`  ${"the first, with the engine and all samples".padEnd(52)} ${first.toFixed(0).padStart(8)} ms`);
      report("each later one, median", quantile(later, 0.5), "ms", 300);
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await close();
  }
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      help: {type: "boolean", short: "h"},
      samples: {type: "string", default: "1000000"},
      only: {type: "string", default: steps.join(",")}
    }
  });
  if (values.help) return console.log(help);
  const samples = Number(values.samples);
  if (!Number.isInteger(samples) || samples < 1000)
    throw new Error(`--samples must be a whole number from 1000 on, got ${values.samples}`);
  const only = values.only.split(",");
  const unknown = only.find((name) => !steps.some((step) => step === name));
  if (unknown !== undefined) throw new Error(`--only takes ${steps.join(", ")}, got ${unknown}`);
  if (!existsSync("dist/index.html") && only.some((name) => name !== "build")) await buildSite(console.log);
  if (only.includes("weights")) await weights();
  if (only.includes("planner")) await planner();
  if (only.includes("build")) await build(samples);
  console.log(over === 0 ? "All within their budgets." : `${over} over their budget.`);
  process.exitCode = over === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(`The speed could not be measured: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
