import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {group, median} from "d3";
import {type Fit, fitKey, type Parameters} from "../src/model/fit.ts";
import {calibrateBands} from "../src/model/calibrateBands.ts";
import {type FitCell, foreseenCells} from "../src/model/fitCells.ts";
import {fitTool, type FormError, type HeldoutCell} from "../src/model/fitTool.ts";
import {foresee, type ForeseenCell} from "../src/model/foresee.ts";
import type {Way} from "../src/model/leaveOut.ts";
import {runContext} from "../src/model/runContext.ts";
import {type WorkImport, workImportTable} from "../src/schema/workImport.ts";
import {cacheFolder} from "./cachedResult.ts";
import {modulesOf} from "./modulesOf.ts";
import {readCsv} from "./readCsv.ts";
import {currentRuns} from "./currentRuns.ts";
import {readRun, type Run, type RunHead} from "./readRuns.ts";

/** What names a cell among those of a tool. */
export interface NamedCell {
  readonly experiment: string;
  readonly workload: string;
  readonly kind: string;
  readonly task_count: number;
  readonly task_seconds: number | null;
  readonly chunk_size: number | null;
  readonly workers: number;
  /** What one task took in the plain loop of the run. */
  readonly serial_seconds: number;
}

/** A cell that a fit had not seen when it was left out in a certain way; seconds, and the log of measured over predicted. */
export interface HeldoutRow extends NamedCell {
  readonly way: Way;
  readonly measured_seconds: number;
  readonly log_residual: number;
}

/** A cell that took no part in any fit: predicted, then measured; seconds. */
export interface ForeseenRow extends NamedCell {
  readonly task_cv: number;
  readonly distribution: string | null;
  readonly import_seconds: number;
  readonly payload_in_bytes: number;
  readonly payload_out_bytes: number;
  readonly samples: number;
  readonly predicted_seconds: number;
  readonly predicted_seconds_low: number;
  readonly predicted_seconds_high: number;
  /** Without what the workers have to import; and for tasks all of the mean length. */
  readonly bare_seconds: number;
  readonly even_seconds: number;
  readonly measured_seconds: number;
  /** On a quiet machine; null where no sample was. */
  readonly quiet_seconds: number | null;
  /** Samples inside the band. */
  readonly samples_inside: number;
}

/** A fit with what only the database keeps, and the cells it was judged on. */
export interface GatheredFit {
  readonly run_id: string;
  readonly fit: Fit;
  readonly draws: readonly Parameters[];
  readonly heldout: readonly HeldoutRow[];
  readonly compared: readonly FormError[];
  readonly foreseen: readonly ForeseenRow[];
}

const namedCell = ({sample: s, serialSeconds}: FitCell): NamedCell => ({
  experiment: s.experiment,
  workload: s.workload,
  kind: s.kind,
  task_count: s.task_count,
  task_seconds: s.task_seconds,
  chunk_size: s.chunk_size,
  workers: s.workers,
  serial_seconds: serialSeconds
});

const heldoutRow = ({cell, way, logResidual}: HeldoutCell): HeldoutRow => ({
  ...namedCell(cell),
  way,
  measured_seconds: cell.median,
  log_residual: logResidual
});

const foreseenRow = (one: ForeseenCell): ForeseenRow => ({
  ...namedCell(one.cell),
  task_cv: one.cell.sample.task_cv ?? 0,
  distribution: one.cell.sample.distribution,
  import_seconds: one.cell.importSeconds,
  payload_in_bytes: one.cell.sample.payload_in_bytes ?? 0,
  payload_out_bytes: one.cell.sample.payload_out_bytes ?? 0,
  samples: one.cell.allRuns.length,
  predicted_seconds: one.predicted,
  predicted_seconds_low: one.low,
  predicted_seconds_high: one.high,
  bare_seconds: one.withoutImport,
  even_seconds: one.ifEven,
  measured_seconds: one.measured,
  quiet_seconds: one.quietly,
  samples_inside: one.cell.allRuns.filter((seconds) => seconds >= one.low && seconds <= one.high).length
});

function fitRun({environment, samples, measures}: Run, imports: readonly WorkImport[]): readonly GatheredFit[] {
  const context = runContext(samples, imports);
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
  const known = [...keys]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, some]) => {
      const fitted = fitTool(some, {
        machine: environment.machine,
        cores: environment.logical_cores,
        holdSeconds: hold,
        idleBytesAWorker: median(some, (s) => idle.get(s.sample_id)) ?? null,
        context
      });
      return fitted ? [{some, fitted}] : [];
    });
  return calibrateBands(known.map(({fitted}) => fitted)).map(({fit, draws, heldout, compared}, i): GatheredFit => ({
    run_id: environment.run_id,
    fit,
    draws,
    heldout: heldout.map(heldoutRow),
    compared,
    foreseen: foresee(fit, foreseenCells(known[i]!.some, context)).map(foreseenRow)
  }));
}

const importsFile = "data/work_imports.csv";

/** What decides the fits of a run: its samples, what work has to import, and the code that fits them. */
async function fingerprint({folder, environment}: RunHead, root: string): Promise<string> {
  const {run_id, machine, logical_cores} = environment;
  const hash = createHash("sha256").update(JSON.stringify([run_id, machine, logical_cores]));
  const code = [...(await modulesOf("loaders/gatherFits.ts"))].toSorted();
  for (const file of [...["samples.csv", "measures.csv"].map((name) => join(root, folder, name)), importsFile, ...code])
    for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest("hex");
}

/** The fits of a run, from the cache when neither its samples nor the model have changed: then its rows are not read. */
async function gatherFits(head: RunHead, root: string): Promise<readonly GatheredFit[]> {
  const file = join(cacheFolder, `fits-${(await fingerprint(head, root)).slice(0, 24)}.json`);
  try {
    return JSON.parse(await readFile(file, "utf8")) as readonly GatheredFit[];
  } catch {
    const fits = fitRun(await readRun(head.folder, root), await readCsv<WorkImport>(importsFile, workImportTable));
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
export async function gatherFitsOf(runs: readonly RunHead[], root = "data/runs"): Promise<readonly GatheredFit[]> {
  return onePerTool((await Promise.all(runs.map((run) => gatherFits(run, root)))).flat());
}

/** The fits of every machine, from the runs that make up its first view. */
export async function gatherAllFits(runs: readonly RunHead[], root?: string): Promise<readonly GatheredFit[]> {
  const machines = new Set(runs.map(({environment}) => environment.machine));
  const found = [...machines].map((machine) => gatherFitsOf(currentRuns(runs, machine), root));
  return (await Promise.all(found)).flat();
}
