import {type Cell, toolKey} from "./cell.ts";
import type {Runner} from "./runCell.ts";

const pilotIterations = 20_000;
const bounded = ["busy", "hash"] as const;

/** Loop steps a second of serial work takes, for each workload that is bounded by iterations; the median of three. */
export async function calibrateIterations(cells: readonly Cell[], runner: Runner): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const workload of bounded) {
    const doing = cells.filter((candidate) => candidate.workload === workload);
    const cell = doing.find(({tool}) => tool === "serial") ?? doing[0];
    if (!cell) continue;
    const rates: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const {taskSeconds} = await runner.serialReference(
        {...cell, taskCount: 10, taskSeconds: null},
        pilotIterations,
        false
      );
      if (taskSeconds) rates.push(pilotIterations / taskSeconds);
    }
    const rate = rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)];
    if (!rate) throw new Error(`the serial loop of ${workload} could not be calibrated`);
    found[workload] = Math.round(rate);
  }
  return found;
}

/** Cells whose counts are what they are about. */
const countedOtherwise = ({experiment, pattern}: Cell) =>
  ["table", "workflow", "fault"].includes(experiment) || pattern === "chain" || pattern === "fan_out";

/** Seconds an empty task costs each tool one at a time in a chunk, by which task counts are capped. Failures are left out. */
export async function calibrateDispatch(cells: readonly Cell[], runner: Runner): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const cell of cells) {
    const key = toolKey(cell);
    if (key in found || countedOtherwise(cell)) continue;
    const taskCount = 200;
    const pilot: Cell = {
      ...cell,
      experiment: "dispatch",
      workload: "noop",
      kind: "cpu-gil",
      pattern: "independent",
      taskCount,
      taskSeconds: null,
      chunkSize: null,
      payloadInBytes: 0,
      payloadOutBytes: 0,
      workers: Math.min(2, cell.workers),
      rttSeconds: 0,
      taskCv: 0,
      distribution: "constant"
    };
    const {row, outcome} = await runner.run(pilot, null);
    if (outcome === "ok") found[key] = Number(row.run_seconds) / taskCount;
  }
  return found;
}

/** A sample is to take no longer than this, by the tool's own dispatch cost. */
export const mostSampleSeconds = 5;

/** The cell with its task count lowered so that dispatch alone stays within the limit. */
export function capTaskCount(cell: Cell, dispatchSeconds: number | undefined): Cell {
  if (!dispatchSeconds || countedOtherwise(cell)) return cell;
  const most = Math.max(1, Math.floor(mostSampleSeconds / dispatchSeconds));
  return most < cell.taskCount ? {...cell, taskCount: most} : cell;
}
