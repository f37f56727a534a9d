import type {CostWorkload} from "./costWorkload.ts";

/** What the cost page varies along: number of tasks, or length of a task. */
export type CostAxis = "tasks" | "seconds";

/** The ends of each axis: what the page and the command line allow. */
export const costAxisRanges = {tasks: [1, 1e9], seconds: [0.001, 86_400]} as const;

/** Points evenly by their logs from one value to another; whole numbers for tasks. */
export function costGrid(axis: CostAxis, low: number, high: number, count: number): readonly number[] {
  const points = Array.from({length: count}, (_, i) => low * (high / low) ** (i / (count - 1)));
  return axis === "tasks" ? [...new Set(points.map(Math.round))] : points;
}

/** The work with another value on an axis. */
export const alongAxis = (workload: CostWorkload, axis: CostAxis, value: number): CostWorkload => ({
  ...workload,
  [axis]: value
});
