import {ratingDescribed} from "./ratingDescribed.ts";
import type {RatingFacts} from "./ratingFacts.ts";
import {ratingMeasured} from "./ratingMeasured.ts";
import type {Score} from "./ratingScore.ts";
import {ratingService} from "./ratingService.ts";

/** The score of a tool or service on each of the seventeen criteria, by id. */
export function ratingOf(facts: RatingFacts): Readonly<Record<string, Score>> {
  const {tool} = facts;
  const described = tool.category === "cloud" ? ratingService({...facts, tool}) : ratingDescribed({...facts, tool});
  const scores = {...ratingMeasured(facts), ...described};
  const place = (id: string) => Number(id.slice(1));
  return Object.fromEntries(Object.entries(scores).toSorted(([a], [b]) => place(a) - place(b)));
}
