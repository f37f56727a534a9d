import {type RatingFacts, rowOf} from "./ratingFacts.ts";
import {noScore, type Score, scoreOf} from "./ratingScore.ts";
import {formatUnit} from "../schema/formatUnit.ts";

/** A level that ratings.csv states with its reason and source; no score where it has no row. */
export function typedLevel(facts: Pick<RatingFacts, "rows">, criterion: string): Score {
  const row = rowOf(facts, criterion);
  if (row === undefined || row.value === null) return noScore("not established");
  return scoreOf(row.value, {evidence: row.evidence, reason: row.reason, source: row.source_url, asOf: row.as_of});
}

/** Steps of scaling reach: 10 nodes earn 2, 100 earn 3, 1,000 earn 4 (rule of K7). */
export const reachLevel = (nodes: number): number => (nodes >= 1000 ? 4 : nodes >= 100 ? 3 : nodes >= 10 ? 2 : 1);

/** Scaling reach of what runs on more than one machine: no score without a published number. */
export function reachScore(facts: Pick<RatingFacts, "rows">): Score {
  const row = rowOf(facts, "K7");
  if (row === undefined || row.value === null)
    return {...noScore("more than one machine; no number is published"), low: 1};
  const reason = `${formatUnit(row.value, "1")} ${row.reason}`;
  return scoreOf(reachLevel(row.value), {evidence: row.evidence, reason, source: row.source_url, asOf: row.as_of});
}
