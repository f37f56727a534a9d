import {
  type CriterionRow,
  type EvidenceClass,
  evidenceClasses,
  sevenCriteria,
  type SevenKey
} from "../schema/rating.ts";
import {type Score, scoreLimits} from "./ratingScore.ts";

/** A rating on one of the seven criteria, on the scale of 1 to 5 that readers see. */
export interface Rating {
  /** Mean of the criteria that have a score; null where none has. */
  readonly rating: number | null;
  /** With what is not known set to its worst and to its best. */
  readonly low: number;
  readonly high: number;
  /** Criteria with a score, and all that belong to it. */
  readonly known: number;
  readonly of: number;
  /** Classes of evidence among the scores, the strongest first. */
  readonly evidence: readonly EvidenceClass[];
}

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
/** The scale of scores begins at 0, that of ratings at 1. */
const shown = (score: number) => score + 1;

/** Ratings of some criteria taken together, each with the same weight. Throws when there is none. */
export function ratingOfScores(scores: readonly Score[]): Rating {
  if (scores.length === 0) throw new Error("a rating needs at least one criterion, got none");
  const scored = scores.flatMap(({score}) => (score === null ? [] : [score]));
  return {
    rating: scored.length === 0 ? null : shown(mean(scored)),
    low: shown(mean(scores.map(({low}) => low))),
    high: shown(mean(scores.map(({high}) => high))),
    known: scored.length,
    of: scores.length,
    evidence: evidenceClasses.filter(
      (name) => name !== "N" && scores.some(({evidence, score}) => evidence === name && score !== null)
    )
  };
}

/** The scores of a tool on the finer criteria, folded into the seven. A criterion without an entry counts as not known. */
export function criteriaFold(
  scores: Readonly<Record<string, Score>>,
  criteria: readonly Pick<CriterionRow, "id" | "seven_criteria_group">[]
): Readonly<Record<SevenKey, Rating>> {
  const unknown: Score = {
    ...{score: null, low: scoreLimits.lowest, high: scoreLimits.highest},
    ...{evidence: "N", reason: "", source: null, asOf: null}
  };
  return Object.fromEntries(
    sevenCriteria.map(({key}) => {
      const own = criteria.filter(({seven_criteria_group: group}) => group === key);
      return [key, ratingOfScores(own.map(({id}) => scores[id] ?? unknown))];
    })
  ) as unknown as Readonly<Record<SevenKey, Rating>>;
}
