import {median} from "d3";
import type {Cell} from "./cell.ts";
import type {Runner} from "./runCell.ts";

/** Seconds a sample costs beside its phases: the adapter that does nothing, the median of five. */
export async function ownCost(cell: Cell, runner: Runner): Promise<number | null> {
  const own: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const {row, outcome, wallSeconds} = await runner.run(
      {
        ...cell,
        tool: "serial",
        variant: "default",
        startMethod: "none",
        workload: "noop",
        pattern: "independent",
        taskCount: 1,
        taskSeconds: null,
        chunkSize: null,
        workers: 1
      },
      null
    );
    const phases = ["import_seconds", "start_seconds", "first_seconds", "run_seconds", "stop_seconds"];
    if (outcome === "ok") own.push(wallSeconds - phases.reduce((total, name) => total + Number(row[name]), 0));
  }
  return median(own) ?? null;
}
