import type {CostAnswer} from "./cost.ts";
import {alongAxis, type CostAxis, costAxisRanges, costGrid} from "./costAxis.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** A stretch of an axis on which one offer is the cheapest of those that can do the work; null where none can. */
export interface WinnerStretch {
  readonly service: string | null;
  readonly from: number;
  readonly to: number;
}

const points = 73;

/** The cheapest service of some answers; of equals the first. */
export function cheapest(answers: readonly CostAnswer[]): string | null {
  const can = answers.filter(({feasible, usd}) => feasible && usd !== null);
  return (
    can.reduce<CostAnswer | null>((best, one) => (best && best.usd! <= one.usd! ? best : one), null)?.service ?? null
  );
}

/**
 * Which offer is the cheapest along an axis: the stretches between the points where the cheapest changes, each edge found to
 * a thousandth. A stretch shorter than the grid's step may be missed.
 */
export function costWinners(
  workload: CostWorkload,
  axis: CostAxis,
  ask: (workload: CostWorkload) => readonly CostAnswer[]
): readonly WinnerStretch[] {
  const [low, high] = costAxisRanges[axis];
  const winner = (value: number) => cheapest(ask(alongAxis(workload, axis, value)));
  const grid = costGrid(axis, low, high, points);
  const found: {service: string | null; from: number; to: number}[] = [];
  grid.forEach((value, place) => {
    const service = winner(value);
    const last = found.at(-1);
    if (last?.service === service) {
      last.to = value;
      return;
    }
    const edge = last ? between(grid[place - 1]!, value, axis, (at) => winner(at) === last.service) : value;
    if (last) last.to = edge;
    found.push({service, from: edge, to: value});
  });
  return found;
}

/** The last value that still holds between one that does and one that does not. */
function between(good: number, bad: number, axis: CostAxis, holds: (value: number) => boolean): number {
  let [low, high] = [good, bad];
  while (high / low > 1.001 && !(axis === "tasks" && high - low <= 1)) {
    const middle = axis === "tasks" ? Math.floor((low + high) / 2) : Math.sqrt(low * high);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
