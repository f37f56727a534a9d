import {randomLcg} from "d3-random";
import {group, shuffler} from "d3";
import {type Cell, cellKey} from "./cell.ts";

/** A sample to be taken: which cell, which repetition, and an identity that stays the same when the run is resumed. */
export interface PlannedSample {
  readonly sampleId: string;
  readonly cell: Cell;
  readonly round: number;
}

/**
 * All samples of a session in one random order from a seed: each round holds every cell once, shuffled, tools interleaved.
 * Rounds (randomised complete blocks) rather than one shuffle over all, so that a run that is stopped early has measured
 * every cell about equally often. Cells that `blockOf` gives one name stand together within a round, at a random place:
 * a service that computes while it idles then runs beside nobody else.
 */
export function orderSamples(
  cells: readonly Cell[],
  rounds: number,
  seed: number,
  blockOf: (cell: Cell) => string | null = () => null
): readonly PlannedSample[] {
  const shuffle = shuffler(randomLcg(seed));
  const numbered = cells
    .toSorted((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1))
    .map((cell, index) => ({cell, id: String(index).padStart(4, "0")}));
  const blocks = [...group(numbered, ({cell, id}) => blockOf(cell) ?? id).values()];
  return Array.from({length: rounds}, (_, round) =>
    shuffle([...blocks])
      .flatMap((block) => shuffle([...block]))
      .map(({cell, id}) => ({sampleId: `${id}-${round}`, cell, round}))
  ).flat();
}
