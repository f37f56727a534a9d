import {type BatchMachine, type BatchWork, bestPool, poolFor} from "./adviseBatch.ts";
import type {BreakEven} from "./answer.ts";
import type {Fit} from "./fit.ts";
import {lastInterval} from "./lastInterval.ts";

const items = {minimum: 1, maximum: 1e6, whole: true, pays: "above"} as const;
/** Numbers tried one by one: a slider asks for every workload at once. */
const oneByOne = 64;

/**
 * Items from which the best pool for this batch is faster than the loop, cold, up to a million; `low` and `high` are the
 * edges for the ends of the pool's 80 % band.
 */
export function itemsFrom(batch: BatchWork, machine: BatchMachine, fits: readonly Fit[]): BreakEven {
  const nothing = {pays: "above", value: null, low: null, high: null} as const;
  const best = bestPool(batch, machine, fits);
  if (best === null) {
    const reason = batch.pool === "none" ? "the work allows no pool" : "no such pool was measured";
    return {...nothing, state: "never", reason};
  }
  const edge = (pick: "seconds" | "low" | "high") =>
    lastInterval(items, (n) => poolFor(batch, machine, best.fit, n)[pick] < n * batch.seconds, oneByOne);
  const value = edge("seconds");
  if (value === null)
    return {...nothing, state: "never", reason: "starting and feeding the workers takes longer than the loop saves"};
  if (value === 1) return {...nothing, state: "always", reason: null};
  return {...nothing, state: "at", value, low: edge("low"), high: edge("high"), reason: null};
}
