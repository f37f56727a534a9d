import type {CriterionRow, SevenKey} from "../schema/rating.ts";
import {criteriaFold, type Rating} from "./criteriaFold.ts";
import type {RatedTool} from "./ratingData.ts";
import type {Known, Weights} from "./weightedScore.ts";

/** The seven ratings of a tool as values with limits, scale 1 to 5. */
export function sevenKnown(ratings: Readonly<Record<SevenKey, Rating>>): Readonly<Record<string, Known>> {
  return Object.fromEntries(
    Object.entries(ratings).map(([key, {rating, low, high}]) => [key, {value: rating, low, high}])
  );
}

/** The scores of a tool on the finer criteria as values with limits, scale 1 to 5. */
export function finerKnown({scores}: Pick<RatedTool, "scores">): Readonly<Record<string, Known>> {
  return Object.fromEntries(
    Object.entries(scores).map(([id, {score, low, high}]) => [
      id,
      {value: score === null ? null : score + 1, low: low + 1, high: high + 1}
    ])
  );
}

type Criteria = readonly Pick<CriterionRow, "id" | "seven_criteria_group">[];

/** The seven ratings of a tool. */
export const sevenRatings = ({scores}: Pick<RatedTool, "scores">, criteria: Criteria) => criteriaFold(scores, criteria);

/** Weights of the finer criteria, added up to the seven. */
export function sevenWeights(weights: Weights, criteria: Criteria): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const {id, seven_criteria_group: group} of criteria) sums[group] = (sums[group] ?? 0) + (weights[id] ?? 0);
  return sums;
}
