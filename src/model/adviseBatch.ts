import type {Kind} from "../schema/sample.ts";
import type {Fit} from "./fit.ts";
import {predict} from "./predict.ts";
import {usesThreads} from "./toolTraits.ts";
import type {Platform, Workload} from "./workload.ts";
import {defaultWorkload} from "./workloadFields.ts";

/** A batch of like items, such as one workbook each. Times in seconds, sizes in bytes an item. */
export interface BatchWork {
  readonly items: number;
  /** An item in a plain loop. */
  readonly seconds: number;
  readonly kind: Kind;
  /** The sort of workers that the work allows; `none` where a pool is out of the question. */
  readonly pool: "process" | "thread" | "none";
  readonly payloadIn: number;
  readonly payloadOut: number;
  /** What each new worker imports before its first item, where it does not inherit it. */
  readonly importSeconds: number;
}

/** The machine of the reader, and the workers asked for: null is one a core, and never more than items. */
export interface BatchMachine {
  readonly cores: number;
  readonly platform: Platform;
  readonly workers?: number | null;
}

/** A pool for a batch, cold: its start, its workers' imports and the work. `low` and `high` hold 80 %. */
export interface BatchPool {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly workers: number;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

export interface BatchAdvice {
  /** The plain loop. */
  readonly loopSeconds: number;
  /** The fastest pool of the allowed sort; null where none may be used. */
  readonly pool: BatchPool | null;
  /** `yes` where the whole band of the pool lies below the loop, `tie` where the loop lies within it. */
  readonly pays: "yes" | "tie" | "no";
}

/** What comes with Python: the advice asks for no dependency. */
export const standardPools: ReadonlySet<string> = new Set([
  "multiprocessing",
  "concurrent-futures-process",
  "concurrent-futures-thread"
]);

function workloadOf(
  batch: BatchWork,
  {cores, platform, workers = null}: BatchMachine,
  fit: Fit,
  items: number
): Workload {
  const {seconds, kind, payloadIn, payloadOut} = batch;
  const startMethod = platform === "windows" && !usesThreads(fit) ? "spawn" : "none";
  return {
    ...defaultWorkload,
    tasks: items,
    seconds,
    cores,
    workers: workers ?? Math.max(1, Math.min(cores, items)),
    kind,
    payloadIn,
    payloadOut,
    runsADay: 1,
    warm: false,
    imports: batch.importSeconds,
    startMethod,
    platform
  };
}

/** A pool of one fit for so many items, cold, its workers' imports in its start. */
export function poolFor(batch: BatchWork, machine: BatchMachine, fit: Fit, items: number): BatchPool {
  const workload = workloadOf(batch, machine, fit, items);
  const {seconds, low, high, workers} = predict(fit, workload);
  return {tool: fit.tool, variant: fit.variant, start_method: fit.startMethod, workers, seconds, low, high};
}

/** The fits that a batch may use on a platform: pools of the standard library, of the sort that the work allows. */
function fitsFor({pool}: BatchWork, {platform}: BatchMachine, fits: readonly Fit[]): readonly Fit[] {
  return fits.filter(
    (fit) =>
      standardPools.has(fit.tool) &&
      fit.pythonBuild === "gil" &&
      (pool === "thread" ? usesThreads(fit) : pool === "process" && !usesThreads(fit)) &&
      (usesThreads(fit) || platform === "linux" || fit.startMethod === "spawn")
  );
}

/** The fastest pool of the allowed sort with its fit; null where none may be used. */
export function bestPool(batch: BatchWork, machine: BatchMachine, fits: readonly Fit[]) {
  const pools = fitsFor(batch, machine, fits).map((fit) => ({fit, pool: poolFor(batch, machine, fit, batch.items)}));
  return pools.toSorted((a, b) => a.pool.seconds - b.pool.seconds)[0] ?? null;
}

/**
 * Whether a batch pays in a pool of the standard library, cold, as a job run from a shell is: the loop, and the fastest pool
 * with its band. Nothing is assumed warm. Pure and deterministic.
 */
export function adviseBatch(batch: BatchWork, machine: BatchMachine, fits: readonly Fit[]): BatchAdvice {
  const loopSeconds = batch.items * batch.seconds;
  const pool = bestPool(batch, machine, fits)?.pool ?? null;
  const pays = pool === null || pool.low >= loopSeconds ? "no" : pool.high < loopSeconds ? "yes" : "tie";
  return {loopSeconds, pool, pays};
}
