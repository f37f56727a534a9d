import {rollups, sum} from "d3";
import {formatLeft} from "./progress.ts";
import {type Cell} from "./cell.ts";

/** Rough seconds of one sample before anything was measured: process, probes and start, and the work itself. */
export function guessSampleSeconds(cell: Cell, cores: number): number {
  const around = 0.45 + (cell.startMethod === "spawn" ? 0.06 * cell.workers : 0);
  const atOnce = cell.kind === "waiting" ? cell.workers : Math.min(cell.workers, cores);
  const work = cell.taskSeconds === null ? 0 : (cell.taskCount * cell.taskSeconds) / atOnce;
  return around + work;
}

/** The plan in words: for each tool and experiment how many cells, how many samples, about how long. */
export function listPlan(
  cells: readonly Cell[],
  rounds: number,
  cores: number,
  missingOf: (tool: string) => string | null
): string {
  const seconds = (some: readonly Cell[]) => sum(some, (cell) => guessSampleSeconds(cell, cores)) * rounds;
  const lines: string[] = [];
  for (const [tool, byExperiment] of rollups(
    cells,
    (some) => some,
    (cell) => cell.tool,
    (cell) => cell.experiment
  )) {
    const all = byExperiment.flatMap(([, some]) => some);
    const missing = missingOf(tool);
    lines.push(
      `${tool}: ${all.length} cells, about ${formatLeft(seconds(all))}${missing ? ` – unsupported: ${missing}` : ""}`
    );
    for (const [experiment, some] of byExperiment) lines.push(`    ${experiment.padEnd(12)} ${some.length} cells`);
  }
  const total = `${cells.length} cells × ${rounds} samples = ${cells.length * rounds} samples, about ${formatLeft(seconds(cells))}`;
  return [...lines, total].join("\n") + "\n";
}
