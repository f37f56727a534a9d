import type {Fit} from "./fit.ts";
import type {FitCell} from "./fitCells.ts";
import {cellCall} from "./fitForm.ts";
import {predictCall} from "./predict.ts";

/** A cell that the fit had not seen: what was predicted before, and what came. Seconds. */
export interface ForeseenCell {
  readonly cell: FitCell;
  readonly predicted: number;
  /** The 80 % band. */
  readonly low: number;
  readonly high: number;
  /** The same prediction, had the workers not to import the work's modules. */
  readonly withoutImport: number;
  /** The same prediction for tasks all of the mean length. */
  readonly ifEven: number;
  /** Median of all runs. */
  readonly measured: number;
  /** Median of the runs on a quiet machine; null where there was none. */
  readonly quietly: number | null;
}

/** Holds a fit's predictions against cells that took no part in it: from the work's serial time, kind and sizes alone. */
export function foresee(fit: Fit, cells: readonly FitCell[]): readonly ForeseenCell[] {
  return cells.map((cell): ForeseenCell => {
    const call = cellCall(cell, fit.cores);
    const {seconds, low, high} = predictCall(fit, call);
    const ordered = cell.allRuns.toSorted((a, b) => a - b);
    const at = (ordered.length - 1) / 2;
    return {
      cell,
      predicted: seconds,
      low,
      high,
      withoutImport: predictCall(fit, {...call, importSeconds: 0}).seconds,
      ifEven: predictCall(fit, {...call, cv: 0, lengths: undefined}).seconds,
      measured: (ordered[Math.floor(at)]! + ordered[Math.ceil(at)]!) / 2,
      quietly: cell.quiet ? cell.median : null
    };
  });
}
