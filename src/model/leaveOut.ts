import type {FitCell} from "./fitCells.ts";

/** Ways of leaving cells out: every fifth one, or a whole level of an axis at a time, the extremes among them. */
export const ways = ["fold", "length", "count", "payload", "workers", "chunk"] as const;
export type Way = (typeof ways)[number];

/** Cells to fit, and cells to judge by. */
export interface LeftOut {
  readonly way: Way;
  readonly kept: readonly FitCell[];
  readonly left: readonly FitCell[];
}

const folds = 5;

/** The level of a cell on an axis; null: the axis says nothing of it. */
function levelOf(way: Way, {sample: s}: FitCell, index: number): string | null {
  if (way === "fold") return String(index % folds);
  // Without any empty task nothing at all would be known of dispatch: only lengths are left out here.
  if (way === "length") return s.task_seconds ? String(s.task_seconds) : null;
  if (way === "count") return String(s.task_count);
  if (way === "payload") {
    const [sent, back] = [s.payload_in_bytes ?? 0, s.payload_out_bytes ?? 0];
    return sent + back === 0 ? null : `${sent} ${back}`;
  }
  if (way === "workers") return String(s.workers);
  return s.chunk_size === null ? null : String(s.chunk_size);
}

/**
 * Every way of leaving cells out, in turn. Cells are in the order of their settings. A level is left out whole; one that holds
 * more than half of the cells is not, since nothing could be learnt from the rest.
 */
export function leaveOuts(cells: readonly FitCell[]): readonly LeftOut[] {
  return ways.flatMap((way) => {
    const levels = cells.map((cell, index) => levelOf(way, cell, index));
    const named = [...new Set(levels)].filter((level) => level !== null);
    return named.flatMap((level): readonly LeftOut[] => {
      const left = cells.filter((_, i) => levels[i] === level);
      const kept = cells.filter((_, i) => levels[i] !== level);
      return left.length === 0 || left.length > cells.length / 2 ? [] : [{way, kept, left}];
    });
  });
}
