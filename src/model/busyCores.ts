import type {Fit} from "./fit.ts";
import {isSerial, runsInCaller, usableCores, usesThreads} from "./toolTraits.ts";
import {type Workload, workersOf} from "./workload.ts";

/**
 * Cores that a run keeps for itself: one for a loop, coroutines and threads that wait or take turns; else as many as it has
 * workers, at most those of the machine. Times the seconds they are what any price per core and hour multiplies.
 */
export function busyCores(fit: Pick<Fit, "tool" | "variant" | "pythonBuild">, workload: Workload): number {
  if (isSerial(fit) || runsInCaller(fit)) return 1;
  const {kind, cores} = workload;
  if (kind === "waiting") return usesThreads(fit) ? 1 : Math.min(workersOf(workload), cores);
  return Math.min(workersOf(workload), usableCores(fit, kind, cores));
}
