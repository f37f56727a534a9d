import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {delimiter, join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {csvFormat, group, max, median, min, shuffler} from "d3";
import {randomLcg} from "d3-random";
import {defaultRun} from "../loaders/currentRuns.ts";
import {readRuns} from "../loaders/readRuns.ts";
import type {WorkImport} from "../src/schema/workImport.ts";

const help = `node --import tsx scripts/measureImports.ts -- [--rounds 5]

Measures the CPU time that the modules of each kind of work take to import in a fresh process that holds what a tool's
worker holds already, and writes data/work_imports.csv. CPU time, since other programs lengthen it least. Needs the
environments that the harness made under .bench.`;

/** A tool whose workers import the work themselves: its environment, and what such a worker has imported by then. */
const workers = [
  {tool: "multiprocessing", environment: "stdlib", holds: "multiprocessing.spawn, multiprocessing.pool"},
  {
    tool: "concurrent-futures-process",
    environment: "stdlib",
    holds: "multiprocessing.spawn, concurrent.futures.process"
  },
  {tool: "concurrent-futures-interpreter", environment: "concurrent-futures-interpreter", holds: "pickle, threading"},
  {tool: "joblib", environment: "joblib", holds: "joblib"},
  {tool: "dask", environment: "dask", holds: "distributed.nanny"},
  {tool: "dask-local", environment: "dask", holds: "multiprocessing.spawn, concurrent.futures.process, dask"},
  {tool: "ray", environment: "ray", holds: "ray"},
  {
    tool: "celery",
    environment: "celery",
    holds: "celery.bin.worker, celery.concurrency.prefork, kombu.transport.redis"
  },
  {tool: "pyspark", environment: "pyspark", holds: "pyspark.worker"}
] as const;

const work = "noop bytes sleep busy hash compress digest json regex csvstats sqlite draw workbook http".split(" ");
const python = "3.13.0";

/** Seconds of one import; null where the work needs what this environment does not hold. */
function importSeconds(command: string, holds: string, workload: string): number | null {
  const code = `import ${holds}\nfrom time import process_time_ns as now\nbegan = now()\nimport ${workload}_work\nprint((now() - began) / 1e9)`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PYTHONPATH: ["adapters", "workloads", "services"].map((folder) => resolve("bench", folder)).join(delimiter)
  };
  delete env.PYTHONDONTWRITEBYTECODE;
  const {status, stdout} = spawnSync(command, ["-c", code], {encoding: "utf8", env});
  return status === 0 ? Number(stdout.trim().split("\n").at(-1)) : null;
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {help: {type: "boolean", short: "h"}, rounds: {type: "string", default: "5"}}
  });
  if (values.help) return console.log(help);
  const rounds = Number(values.rounds);
  if (!(Number.isInteger(rounds) && rounds >= 1)) throw new Error(`--rounds must be 1 or more, got ${values.rounds}`);
  const {machine} = defaultRun(await readRuns()).environment;
  const found = workers.flatMap(({tool, environment, holds}) => {
    const command = join(".bench", `${environment}-${python}`, "bin", "python");
    if (existsSync(command)) return work.map((workload) => ({tool, command, holds, workload}));
    console.log(`${tool} left out: there is no ${command}`);
    return [];
  });
  // The first round warms the bytecode and the file cache, as the samples before a sample do; it does not count.
  const plan = Array.from({length: rounds + 1}, (_, round) =>
    shuffler(randomLcg(round / 100))(found.map((one) => ({...one, round})))
  ).flat();
  const measured = plan.flatMap(({tool, command, holds, workload, round}) => {
    const seconds = importSeconds(command, holds, workload);
    return seconds === null ? [] : [{key: `${tool} ${workload}`, round, seconds}];
  });
  const now = new Date().toISOString();
  const rows = [...group(measured, ({key}) => key)].map(([key, all]): WorkImport => {
    const some = all.filter(({round}) => round > 0);
    const [tool = "", workload = ""] = key.split(" ");
    const short = (value: number | undefined) => Number((value ?? NaN).toPrecision(4));
    return {
      machine,
      tool,
      workload,
      python_version: python,
      measured_utc: now,
      samples: some.length,
      seconds: short(median(some, ({seconds}) => seconds)),
      seconds_low: short(min(some, ({seconds}) => seconds)),
      seconds_high: short(max(some, ({seconds}) => seconds))
    };
  });
  rows.sort((a, b) => a.tool.localeCompare(b.tool) || a.workload.localeCompare(b.workload));
  await writeFile("data/work_imports.csv", `${csvFormat(rows)}\n`);
  console.log(`${rows.length} rows in data/work_imports.csv, of ${rounds} fresh processes each`);
}

await main();
