import {amdahl} from "./amdahl.ts";
import {growingPoints, gustafson} from "./gustafson.ts";
import type {Law, LawError, LawFit, LawPoint} from "./law.ts";
import {usl} from "./usl.ts";

/** Fewer different loads than this do not tell three parameters from noise. */
export const fewestLoads = 6;

export interface LawOptions {
  /** Loads above this ask for more than there is (workers beyond the cores) and are left out; null: no such limit. */
  readonly capacity?: number | null;
  readonly error?: LawError;
}

/** The laws side by side for one series, or why they cannot be told. */
export interface LawAnswer {
  /** Different loads within the capacity. */
  readonly loads: number;
  readonly fits: readonly LawFit[];
  /** The law with the smallest AICc among those fitted to the same loads; null where none is identifiable. */
  readonly chosen: Law | null;
  /** One sentence where something was not fitted; null where all were. */
  readonly reason: string | null;
}

/**
 * Amdahl, Gustafson and the universal scalability law for one series of loads, each load once. Only from six different
 * loads within the capacity on; Gustafson only on loads whose work grows with the workers, of which six are needed too. It
 * takes part in the choice only where that is all loads.
 */
export function fitLaws(
  points: readonly LawPoint[],
  {capacity = null, error = "relative"}: LawOptions = {}
): LawAnswer {
  const within = points.filter(({load, throughput}) => (capacity === null || load <= capacity) && throughput > 0);
  const loads = new Set(within.map(({load}) => load)).size;
  if (loads < fewestLoads)
    return {loads, fits: [], chosen: null, reason: `not identifiable from ${loads} load${loads === 1 ? "" : "s"}`};
  const growing = growingPoints(within);
  const grown = growing.length >= fewestLoads ? gustafson(growing, error) : null;
  const fits = [amdahl(within, error), grown, usl(within, error)].filter((fit) => fit !== null);
  const rivals = fits.filter((fit) => fit.points === within.length);
  const [best] = rivals.toSorted((a, b) => a.aicc - b.aicc);
  return {
    loads,
    fits,
    chosen: best?.law ?? null,
    reason: grown ? null : `the work grows with the workers at ${growing.length} of ${loads} loads only: no Gustafson`
  };
}
