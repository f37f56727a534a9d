import {randomLcg} from "d3-random";
import {shuffler} from "d3";
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
 * every cell about equally often.
 */
export function orderSamples(cells: readonly Cell[], rounds: number, seed: number): readonly PlannedSample[] {
  const shuffle = shuffler(randomLcg(seed));
  const numbered = cells
    .toSorted((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1))
    .map((cell, index) => ({cell, id: String(index).padStart(4, "0")}));
  return Array.from({length: rounds}, (_, round) =>
    shuffle([...numbered]).map(({cell, id}) => ({sampleId: `${id}-${round}`, cell, round}))
  ).flat();
}
