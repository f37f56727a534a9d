import type {Kind} from "../schema/sample.ts";
import type {Fit} from "./fit.ts";

type Named = Pick<Fit, "tool" | "variant" | "pythonBuild">;

/** The variant of a tool whose workers are threads. Asked for millions of times in a fit: no key is put together for it. */
const threadVariants = new Map([
  ["concurrent-futures-thread", "default"],
  ["threading", "queue"],
  ["asyncio", "to-thread"],
  ["joblib", "threading"],
  ["parallel-map", "threads"],
  ["dask-local", "threads"],
  ["celery", "threads"]
]);

const beyondOneMachine = new Set(["ray", "dask", "celery", "pyspark"]);

/** The same code runs on several machines, given a cluster or a broker. */
export const spreads = ({tool}: Pick<Fit, "tool">): boolean => beyondOneMachine.has(tool);

/** Workers are threads of one process. */
export const usesThreads = ({tool, variant}: Named): boolean => threadVariants.get(tool) === variant;

/** Everything runs in the calling thread; coroutines only share their waiting. */
export const runsInCaller = ({tool, variant}: Named): boolean =>
  tool.startsWith("serial") || (tool === "asyncio" && variant === "default");

/** One plain loop or a better one: no workers at all. */
export const isSerial = ({tool}: Named): boolean => tool.startsWith("serial");

/** Cores that this tool can put to such work on a machine with so many: one where the GIL or the event loop stands in the way. */
export function usableCores(fit: Named, kind: Kind, cores: number): number {
  if (runsInCaller(fit)) return 1;
  return usesThreads(fit) && kind === "cpu-gil" && fit.pythonBuild === "gil" ? 1 : cores;
}

/** The tool cuts work into chunks when asked to. */
export const takesChunks = (fit: Named): boolean => !runsInCaller(fit) && (!usesThreads(fit) || fit.tool === "joblib");

/**
 * Each worker imports the task's own modules when it first needs them: all but threads of the caller's process, and forks of
 * it, which have them. Celery's forks are those of a program of its own.
 */
export const importsAnew = (fit: Named & Pick<Fit, "startMethod">): boolean =>
  fit.tool === "celery" || (!runsInCaller(fit) && fit.startMethod !== "fork" && !usesThreads(fit));

/**
 * Bytes above which an argument or a result no longer travels inside its message but through a store of objects; Infinity
 * where all is one. Ray: 100 kB (docs.ray.io, "Passing the same large argument by value repeatedly harms performance").
 */
export const storesAbove = ({tool}: Pick<Fit, "tool">): number => (tool === "ray" ? 100 * 1024 : Infinity);
