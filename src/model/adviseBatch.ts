import type {Kind} from "../schema/sample.ts";
import type {BreakEven} from "./answer.ts";
import type {Fit} from "./fit.ts";
import {lastInterval} from "./lastInterval.ts";
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
  /** What each new worker process imports before its first item. */
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
  /** `probably` where the whole band of the pool lies below the loop, `tie` where the loop lies within it. */
  readonly pays: "yes" | "tie" | "no";
  /** Items from which that pool is faster than the loop. */
  readonly from: BreakEven;
}

/** What comes with Python: the advice asks for no dependency. */
const standardPools = new Set(["multiprocessing", "concurrent-futures-process", "concurrent-futures-thread"]);

const mostItems = 1e6;

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
    startMethod,
    platform
  };
}

/** A pool of one fit for so many items. Imports run side by side on the cores, and one after another beyond them. */
function poolFor(batch: BatchWork, machine: BatchMachine, fit: Fit, items: number): BatchPool {
  const workload = workloadOf(batch, machine, fit, items);
  const {seconds, low, high, workers} = predict(fit, workload);
  const imports = usesThreads(fit) ? 0 : batch.importSeconds * Math.ceil(workers / machine.cores);
  return {
    tool: fit.tool,
    variant: fit.variant,
    start_method: fit.startMethod,
    workers,
    seconds: seconds + imports,
    low: low + imports,
    high: high + imports
  };
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

/**
 * Whether a batch pays in a pool of the standard library, cold, as a job run from a shell is: the loop, the fastest pool
 * with its band, and the number of items from which it pays. Nothing is assumed warm. Pure and deterministic.
 */
export function adviseBatch(batch: BatchWork, machine: BatchMachine, fits: readonly Fit[]): BatchAdvice {
  const loopSeconds = batch.items * batch.seconds;
  const allowed = fitsFor(batch, machine, fits);
  const nothing = {pays: "above", value: null, low: null, high: null} as const;
  if (allowed.length === 0)
    return {
      loopSeconds,
      pool: null,
      pays: "no",
      from: {
        ...nothing,
        state: "never",
        reason: batch.pool === "none" ? "the work allows no pool" : "no such pool was measured"
      }
    };
  const pools = allowed.map((fit) => ({fit, pool: poolFor(batch, machine, fit, batch.items)}));
  const best = pools.toSorted((a, b) => a.pool.seconds - b.pool.seconds)[0]!;
  const range = {minimum: 1, maximum: mostItems, whole: true, pays: "above"} as const;
  const edge = (pick: "seconds" | "low" | "high") =>
    lastInterval(range, (items) => poolFor(batch, machine, best.fit, items)[pick] < items * batch.seconds);
  const value = edge("seconds");
  const from: BreakEven =
    value === null
      ? {...nothing, state: "never", reason: "starting and feeding the workers takes longer than the loop saves"}
      : value === 1
        ? {...nothing, state: "always", reason: null}
        : {...nothing, state: "at", value, low: edge("low"), high: edge("high"), reason: null};
  const {pool} = best;
  return {
    loopSeconds,
    pool,
    pays: pool.high < loopSeconds ? "yes" : pool.low < loopSeconds ? "tie" : "no",
    from
  };
}
