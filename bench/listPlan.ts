import {rollups, sum} from "d3";
import type {Part} from "../src/schema/matrix.ts";
import type {Cell} from "./cell.ts";
import type {PastRuns} from "./pastRuns.ts";
import {formatLeft} from "./progress.ts";

/** One stretch of the plan: its cells and how often each is to be measured. */
export interface PlannedPart {
  readonly part: Part | null;
  readonly cells: readonly Cell[];
  readonly rounds: number;
}

/** Process start, probes and checks round a sample, seconds. */
const aroundSeconds = 0.45;

/** Rough seconds of one sample: what earlier runs took, or else from its work alone. */
export function guessSampleSeconds(cell: Cell, cores: number, past: Pick<PastRuns, "seconds">): number {
  const known = past.seconds(cell);
  if (known !== undefined) return aroundSeconds + known;
  const atOnce = cell.kind === "waiting" ? cell.workers : Math.min(cell.workers, cores);
  const work = cell.taskSeconds === null ? 0 : (cell.taskCount * cell.taskSeconds) / atOnce;
  return aroundSeconds + (cell.startMethod === "spawn" ? 0.06 * cell.workers : 0) + work;
}

const ran = ({ok, notOk, reason}: ReturnType<PastRuns["outcomes"]>) =>
  ok + notOk === 0 ? "never run" : `${ok} ok${notOk > 0 ? `, ${notOk} not: ${reason}` : ""}`;

/** The plan in words: for each part, tool and experiment how many cells, about how long, what ran before, what is missing. */
export function listPlan(
  parts: readonly PlannedPart[],
  cores: number,
  past: PastRuns,
  missingOf: (tool: string) => string | null
): string {
  const lines: string[] = [];
  let whole = 0;
  for (const {part, cells, rounds} of parts) {
    const seconds = (some: readonly Cell[]) => sum(some, (cell) => guessSampleSeconds(cell, cores, past)) * rounds;
    whole += seconds(cells);
    const counts = `${cells.length} cells × ${rounds} samples = ${cells.length * rounds} samples`;
    lines.push(`${part === null ? "" : `part ${part}: `}${counts}, about ${formatLeft(seconds(cells))}`);
    const byTool = rollups(
      cells,
      (some) => some,
      (cell) => cell.tool,
      (cell) => cell.experiment
    );
    for (const [tool, byExperiment] of byTool) {
      const all = byExperiment.flatMap(([, some]) => some);
      const missing = missingOf(tool);
      const cure = missing ? ` – unsupported: ${missing}` : "";
      lines.push(`  ${tool}: ${all.length} cells, about ${formatLeft(seconds(all))}${cure}`);
      for (const [experiment, some] of byExperiment) {
        const before = ran(past.outcomes(tool, experiment));
        lines.push(`    ${experiment.padEnd(12)} ${String(some.length).padStart(3)} cells; committed: ${before}`);
      }
    }
  }
  if (parts.length > 1) lines.push(`${parts.length} parts, about ${formatLeft(whole)}`);
  return lines.join("\n") + "\n";
}
