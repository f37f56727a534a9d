import {finerKnown} from "../model/ratingKnown.ts";
import {paretoFront} from "../model/paretoFront.ts";
import {type RatedTool, type RatingData} from "../model/ratingData.ts";
import {type RankedTool, ratingRank} from "../model/ratingRank.ts";
import {rankStability, type Stability} from "../model/rankStability.ts";
import {rankTies} from "../model/rankTies.ts";
import {percent, totalCell} from "./comparisonCell.ts";
import {type EvaluationState, spreads} from "./evaluationState.ts";

/** A ranked or excluded tool, with what the draws and the front say of it. */
export interface EvaluationRow extends RankedTool {
  readonly stability: Stability | null;
  /** No other ranked tool is at least as good on every criterion that has a weight; null where it has no rank. */
  readonly onFront: boolean | null;
}

/** Ranks one league for a kind of work, draws the weights anew many times, and finds who is beaten by nobody. */
export function evaluationRows(data: RatingData, state: EvaluationState): readonly EvaluationRow[] {
  const own = data.tools.filter(({league}) => league === state.league);
  const asked = data.profiles.find(({id}) => id === state.profile)?.gates ?? [];
  const rows = ratingRank(own, state.weights, asked, finerKnown);
  const ranked = rows.filter(({rank}) => rank !== null);
  const known = (tool: RatedTool) => ({id: tool.slug, known: finerKnown(tool)});
  const stability = rankStability(
    ranked.map(({tool}) => known(tool)),
    state.weights,
    {concentration: spreads[state.spread]}
  );
  const used = Object.entries(state.weights).flatMap(([id, weight]) => (weight > 0 ? [id] : []));
  const front = new Set(
    paretoFront(ranked.map(({tool}) => ({id: tool.slug, values: used.map((id) => tool.scores[id]?.score ?? null)})))
  );
  return rows.map((row) => ({
    ...row,
    stability: stability.find(({id}) => id === row.tool.slug) ?? null,
    onFront: row.rank === null ? null : front.has(row.tool.slug)
  }));
}

/** The answer in words. */
export function evaluationSentence(rows: readonly EvaluationRow[], data: RatingData, state: EvaluationState): string {
  const profile = data.profiles.find(({id}) => id === state.profile);
  const ranked = rows.filter(({rank}) => rank !== null);
  const [best] = ranked;
  const among = state.league === "tools" ? "you install" : "you rent";
  const lead = `For ${profile?.name ?? "this work"}, ${ranked.length} of ${rows.length} that ${among} may be ranked`;
  if (!best) return `${lead}: nothing passes its gates with enough evidence.`;
  const share = best.stability?.shares[0] ?? 0;
  const front = ranked.filter(({onFront}) => onFront).length;
  const first = `${best.tool.name} comes first with ${totalCell(best.total)}, in ${percent(share)} of the draws`;
  const ties = rankTies(ranked.map(({tool, stability}) => ({name: tool.name, share: stability?.shares[0] ?? 0})));
  const tie = ties.length > 0 ? `; that is a tie with ${ties.join(", ")}` : "";
  return `${lead}. ${first}${tie}. On the front, beaten by nobody on every criterion at once, ${front === 1 ? "stands one" : `stand ${front}`}.`;
}
