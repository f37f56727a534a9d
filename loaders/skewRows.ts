import type {GatheredFit} from "./gatherFits.ts";
import {toolCells, type ToolCell} from "./validationRows.ts";

/** Uneven tasks with one tool: what came, what list scheduling of the very lengths foresaw, and what even ones would take. */
export interface SkewRow extends ToolCell {
  /** Whole run over the plain loop's work divided by the workers: 1 is what cannot be undercut. */
  readonly slowdown_ratio: number;
  readonly predicted_slowdown_ratio: number;
  readonly even_slowdown_ratio: number;
  readonly chunk_size_used: number | null;
}

/** The cells of the experiment `skew`, the most even first. */
export function skewRows(gathered: readonly GatheredFit[]): readonly SkewRow[] {
  return toolCells(gathered)
    .filter(({experiment}) => experiment === "skew")
    .map((cell): SkewRow => {
      const least = (cell.task_count * cell.serial_seconds) / cell.workers;
      return {
        ...cell,
        slowdown_ratio: cell.measured_seconds / least,
        predicted_slowdown_ratio: cell.predicted_seconds / least,
        even_slowdown_ratio: cell.even_seconds / least,
        chunk_size_used: cell.chunk_size
      };
    })
    .toSorted(
      (a, b) =>
        a.kind.localeCompare(b.kind) ||
        String(a.distribution).localeCompare(String(b.distribution)) ||
        a.task_cv - b.task_cv ||
        a.slowdown_ratio - b.slowdown_ratio
    );
}
