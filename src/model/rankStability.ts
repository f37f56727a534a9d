import {randomGamma, randomLcg, randomUniform} from "d3-random";
import type {Known, Weights} from "./weightedScore.ts";

/** One of those that are ranked. */
export interface Candidate {
  readonly id: string;
  readonly known: Readonly<Record<string, Known>>;
}

export interface StabilityOptions {
  readonly draws?: number;
  readonly seed?: number;
  /** How closely the drawn weights keep to the given ones: the sum of the Dirichlet's parameters; null draws any weights. */
  readonly concentration?: number | null;
}

/** How often a candidate came to each rank. */
export interface Stability {
  readonly id: string;
  /** Share of the draws at the first rank, the second and so on; they sum to 1. */
  readonly shares: readonly number[];
  readonly meanRank: number;
}

/** Weights that sum to 1, drawn from a Dirichlet distribution round the given ones; what weighs nothing stays at nothing. */
export function drawWeights(weights: Weights, concentration: number | null, source: () => number): Weights {
  const named = Object.entries(weights).filter(([, weight]) => weight > 0);
  const all = named.reduce((total, [, weight]) => total + weight, 0);
  if (all === 0) throw new Error("at least one weight must be above 0");
  const gamma = randomGamma.source(source);
  const drawn = named.map(
    ([name, weight]) => [name, gamma(concentration === null ? 1 : (concentration * weight) / all)()] as const
  );
  const sum = drawn.reduce((total, [, value]) => total + value, 0);
  return Object.fromEntries(drawn.map(([name, value]) => [name, value / sum]));
}

/**
 * Ranks the candidates many times, each time with other weights, and with each score drawn between its limits: what is not
 * known may be anything. Seeded, so that the same question gets the same answer. Throws when the draws are no whole number above 0.
 */
export function rankStability(
  candidates: readonly Candidate[],
  weights: Weights,
  {draws = 1000, seed = 20261125, concentration = 100}: StabilityOptions = {}
): readonly Stability[] {
  if (!Number.isInteger(draws) || draws < 1) throw new Error(`draws must be a whole number above 0, got ${draws}`);
  const source = randomLcg(seed / 2 ** 32);
  const uniform = randomUniform.source(source)(0, 1);
  const counts = candidates.map(() => new Uint32Array(candidates.length));
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = Object.entries(drawWeights(weights, concentration, source));
    const totals = candidates.map(({known}, index) => {
      const total = drawn.reduce((sum, [name, weight]) => {
        const {low, high} = known[name]!;
        return sum + weight * (low === high ? low : low + (high - low) * uniform());
      }, 0);
      return {index, total};
    });
    totals.sort((a, b) => b.total - a.total || a.index - b.index);
    totals.forEach(({index}, rank) => (counts[index]![rank]! += 1));
  }
  return candidates.map(({id}, index) => {
    const shares = [...counts[index]!].map((count) => count / draws);
    return {id, shares, meanRank: shares.reduce((sum, share, rank) => sum + share * (rank + 1), 0)};
  });
}
