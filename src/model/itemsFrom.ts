import {type BatchMachine, type BatchWork, bestPool, poolFor} from "./adviseBatch.ts";
import type {BreakEven} from "./answer.ts";
import type {Fit} from "./fit.ts";

const mostItems = 1e6;
/** Numbers up to here are tried one by one, and as many beyond an edge: chunk sizes jump there. */
const oneByOne = 64;

const grid: readonly number[] = (() => {
  const points = Array.from({length: oneByOne}, (_, i) => i + 1);
  while (points.at(-1)! < mostItems) points.push(Math.min(mostItems, Math.ceil(points.at(-1)! * 1.15)));
  return points;
})();

/** The smallest number from which `holds` is true up to a million: null where it fails there. */
function firstOfLast(holds: (items: number) => boolean): number | null {
  const failure = grid.findLastIndex((items) => !holds(items));
  if (failure === grid.length - 1) return null;
  let [bad, good] = [grid[failure] ?? 0, grid[failure + 1]!];
  while (good - bad > 1) {
    const middle = Math.floor((bad + good) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  for (let items = good, checked = 0; checked < oneByOne && items < mostItems; items += 1, checked += 1)
    if (!holds(items)) [good, checked] = [items + 1, 0];
  return good;
}

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
    firstOfLast((items) => poolFor(batch, machine, best.fit, items)[pick] < items * batch.seconds);
  const value = edge("seconds");
  if (value === null)
    return {...nothing, state: "never", reason: "starting and feeding the workers takes longer than the loop saves"};
  if (value === 1) return {...nothing, state: "always", reason: null};
  return {...nothing, state: "at", value, low: edge("low"), high: edge("high"), reason: null};
}
