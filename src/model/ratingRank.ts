import {type GateKey, gates} from "./ratingGate.ts";
import type {RatedTool} from "./ratingData.ts";
import {type Known, leastCoverage, type Total, weightedScore, type Weights} from "./weightedScore.ts";

/** A tool with its total; its rank where it may have one, else why not. */
export interface RankedTool {
  readonly tool: RatedTool;
  readonly total: Total;
  readonly rank: number | null;
  readonly excluded: string | null;
}

/** Why a tool fails the gates that are set, or null: the first that it does not pass, with its record. */
export function failedGate({gates: answers}: Pick<RatedTool, "gates">, asked: readonly GateKey[]): string | null {
  for (const key of asked) {
    const {pass, reason} = answers[key];
    if (pass !== true) return `${gates[key]}: ${pass === null ? "not established" : reason || "no"}`;
  }
  return null;
}

/**
 * Ranks the tools of one league by their weighted totals: gates first, then coverage; what fails either keeps its total and has
 * no rank. `knownOf` gives a tool's values by criterion. Ranked first, best first; the others after them by name.
 */
export function ratingRank(
  tools: readonly RatedTool[],
  weights: Weights,
  asked: readonly GateKey[],
  knownOf: (tool: RatedTool) => Readonly<Record<string, Known>>
): readonly RankedTool[] {
  const judged = tools.map((tool) => {
    const total = weightedScore(knownOf(tool), weights);
    const thin =
      total.coverage < leastCoverage ? `evidence covers ${Math.round(total.coverage * 100)} % of the weights` : null;
    return {tool, total, excluded: failedGate(tool, asked) ?? thin};
  });
  const ranked = judged
    .filter(({excluded}) => excluded === null)
    .toSorted((a, b) => b.total.total! - a.total.total! || (a.tool.slug < b.tool.slug ? -1 : 1))
    .map((one, place) => ({...one, rank: place + 1}));
  const others = judged
    .filter(({excluded}) => excluded !== null)
    .toSorted((a, b) => (a.tool.name < b.tool.name ? -1 : 1))
    .map((one) => ({...one, rank: null}));
  return [...ranked, ...others];
}
