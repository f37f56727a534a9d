import {sevenKnown, sevenRatings} from "../model/ratingKnown.ts";
import {type GateKey} from "../model/ratingGate.ts";
import {type League, type RatedTool, type RatingData} from "../model/ratingData.ts";
import {type RankedTool, ratingRank} from "../model/ratingRank.ts";
import {rankStability} from "../model/rankStability.ts";
import {rankTies} from "../model/rankTies.ts";
import {type ComparisonState} from "./comparisonState.ts";

/** What is shown of one league. */
export interface LeagueView {
  readonly league: League;
  readonly rows: readonly RankedTool[];
  /** Share of the draws in which each ranked tool came first, by slug; empty where no rank is given. */
  readonly first: ReadonlyMap<string, number>;
}

export interface ComparisonView {
  readonly leagues: readonly LeagueView[];
  /** Why nothing is ranked, or null. */
  readonly unranked: string | null;
  readonly asked: readonly GateKey[];
}

const fits = (tool: RatedTool, {group, find}: ComparisonState): boolean => {
  if (group !== "all" && tool.group !== group) return false;
  const words = [tool.name, tool.slug, tool.provider ?? "", tool.requirements, ...tool.bestFor, ...tool.strengths];
  return find.trim() === "" || words.join(" ").toLowerCase().includes(find.trim().toLowerCase());
};

/** The rows of the comparison: filtered, gated, weighted, sorted. A rank is given only among what competes. */
export function comparisonView(data: RatingData, state: ComparisonState): ComparisonView {
  const profile = data.profiles.find(({id}) => id === state.profile);
  const asked = [...new Set([...(profile?.gates ?? []), ...state.gates])];
  const competes = state.group !== "all" || profile !== undefined;
  const known = (tool: RatedTool) => sevenKnown(sevenRatings(tool, data.criteria));
  const leagues = (["tools", "services"] as const).flatMap((league): LeagueView[] => {
    const own = data.tools.filter((tool) => tool.league === league && fits(tool, state));
    if (own.length === 0) return [];
    const ranked = ratingRank(own, state.weights, asked, known);
    // Without a rank the order says nothing either: that of the categories.
    const rows = competes ? ranked : own.map((tool) => ({...ranked.find((row) => row.tool === tool)!, rank: null}));
    const placed = rows.filter(({rank}) => rank !== null);
    const stability = rankStability(
      placed.map(({tool}) => ({id: tool.slug, known: known(tool)})),
      state.weights,
      {draws: 400}
    );
    return [
      {league, rows: sorted(rows, state, data), first: new Map(stability.map(({id, shares}) => [id, shares[0]!]))}
    ];
  });
  return {
    leagues,
    asked,
    unranked: competes
      ? null
      : "No rank is given over all categories: a process pool, a data-frame engine and an orchestrator do not do the same work. Choose one category, or a kind of work."
  };
}

function sorted(rows: readonly RankedTool[], {sort}: ComparisonState, data: RatingData): readonly RankedTool[] {
  if (sort === "total") return rows;
  const byName = (a: RankedTool, b: RankedTool) => (a.tool.name.toLowerCase() < b.tool.name.toLowerCase() ? -1 : 1);
  if (sort === "name") return rows.toSorted(byName);
  const value = ({tool}: RankedTool) =>
    sevenRatings(tool, data.criteria)[sort as keyof ReturnType<typeof sevenRatings>].rating ?? -1;
  return rows.toSorted((a, b) => value(b) - value(a) || byName(a, b));
}

/** The answer in words. */
export function comparisonSentence({leagues, unranked}: ComparisonView): string {
  if (leagues.length === 0) return "Nothing fits: clear the search, or choose another category.";
  if (unranked) return unranked;
  const parts = leagues.map(({league, rows, first}) => {
    const among = league === "tools" ? "what you install" : "what you rent";
    const placed = rows.filter(({rank}) => rank !== null).toSorted((a, b) => a.rank! - b.rank!);
    const [best, next] = placed;
    const out = rows.length - placed.length;
    const gone =
      out === 0
        ? ""
        : ` ${out} ${out === 1 ? "has" : "have"} no rank, for the reason given beside ${out === 1 ? "it" : "each"}.`;
    if (!best) return `Of ${among} nothing passes the gates with enough evidence.${gone}`;
    const shares = placed.map(({tool}) => ({name: tool.name, share: first.get(tool.slug) ?? 0}));
    const share = `${Math.round(shares[0]!.share * 100)} % of the draws`;
    const lead = `Of ${among} ${best.tool.name} comes first with ${best.total.total!.toFixed(1)}`;
    if (!next) return `${lead}, alone.${gone}`;
    const ties = rankTies(shares);
    const sure =
      ties.length === 0
        ? `, and stays first in ${share}`
        : `, but only in ${share}: weights and gaps in the evidence decide, so read it as a tie with ${ties.join(", ")}`;
    return `${lead}${sure}.${gone}`;
  });
  return parts.join(" ");
}
