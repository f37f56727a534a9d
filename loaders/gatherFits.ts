import {createHash} from "node:crypto";
import {mkdir, readdir, readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {group, median} from "d3";
import {type Fit, fitKey, type Parameters} from "../src/model/fit.ts";
import {fitTool} from "../src/model/fitTool.ts";
import {cacheFolder} from "./cachedResult.ts";
import {currentRuns, readRuns, type Run} from "./readRuns.ts";

/** A fit with what only the database keeps, and the cells it was judged on. */
export interface GatheredFit {
  readonly run_id: string;
  readonly fit: Fit;
  readonly draws: readonly Parameters[];
  readonly heldout: readonly {
    readonly experiment: string;
    readonly workload: string;
    readonly kind: string;
    readonly task_count: number;
    readonly task_seconds: number | null;
    readonly workers: number;
    readonly measured_seconds: number;
    readonly log_residual: number;
  }[];
}

function fitRun({environment, samples, measures}: Run): readonly GatheredFit[] {
  const serial = samples.filter((s) => s.tool === "serial" && s.first_seconds !== null);
  const hold = median(serial, (s) => s.first_seconds!) ?? 0;
  const memory = new Set(
    samples.filter((s) => s.experiment === "memory" && s.workload === "noop").map((s) => s.sample_id)
  );
  const idle = new Map(
    measures
      .filter((m) => m.name === "idle_bytes_a_worker" && memory.has(m.sample_id))
      .map((m) => [m.sample_id, m.value])
  );
  const keys = group(samples, (s) => `${s.tool}:${s.variant}:${s.start_method}:${s.python_build ?? "gil"}`);
  return [...keys]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, some]) => {
      const fitted = fitTool(some, {
        machine: environment.machine,
        cores: environment.logical_cores,
        holdSeconds: hold,
        idleBytesAWorker: median(some, (s) => idle.get(s.sample_id)) ?? null
      });
      if (!fitted) return [];
      const heldout = fitted.heldout.map(({cell, logResidual}) => ({
        experiment: cell.sample.experiment,
        workload: cell.sample.workload,
        kind: cell.sample.kind,
        task_count: cell.sample.task_count,
        task_seconds: cell.sample.task_seconds,
        workers: cell.sample.workers,
        measured_seconds: cell.median,
        log_residual: logResidual
      }));
      return [{run_id: environment.run_id, fit: fitted.fit, draws: fitted.draws, heldout}];
    });
}

/** What decides the fits of a run: its samples and the code that fits them. */
async function fingerprint(run: Run): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([run.environment.machine, run.samples, run.measures]));
  for (const name of (await readdir("src/model")).toSorted()) hash.update(await readFile(join("src/model", name)));
  return hash.update(await readFile("loaders/gatherFits.ts")).digest("hex");
}

/** The fits of a run, from the cache when neither its samples nor the model have changed. */
export async function gatherFits(run: Run): Promise<readonly GatheredFit[]> {
  const file = join(cacheFolder, `fits-${(await fingerprint(run)).slice(0, 24)}.json`);
  try {
    return JSON.parse(await readFile(file, "utf8")) as readonly GatheredFit[];
  } catch {
    const fits = fitRun(run);
    await mkdir(cacheFolder, {recursive: true});
    const part = `${file}.${process.pid}`;
    await writeFile(part, JSON.stringify(fits));
    await rename(part, file);
    return fits;
  }
}

/** Of a tool that several parts measured, such as the plain loop, the fit on the most cells stands. */
function onePerTool(fits: readonly GatheredFit[]): readonly GatheredFit[] {
  const best = new Map<string, GatheredFit>();
  for (const one of fits) {
    const key = `${fitKey(one.fit)}:${one.fit.pythonBuild}`;
    const other = best.get(key);
    if (!other || one.fit.evidence.cells > other.fit.evidence.cells) best.set(key, one);
  }
  return [...best.values()];
}

/** The fits of some runs of one machine, each tool once. */
export async function gatherFitsOf(runs: readonly Run[]): Promise<readonly GatheredFit[]> {
  return onePerTool((await Promise.all(runs.map(gatherFits))).flat());
}

/** The fits of every machine, from the runs that make up its first view. */
export async function gatherAllFits(runs?: readonly Run[]): Promise<readonly GatheredFit[]> {
  const all = runs ?? (await readRuns());
  const machines = new Set(all.map(({environment}) => environment.machine));
  const found = [...machines].map((machine) => gatherFitsOf(currentRuns(all, machine)));
  return (await Promise.all(found)).flat();
}
