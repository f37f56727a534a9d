import {type Rating} from "../model/criteriaFold.ts";
import {type Score} from "../model/ratingScore.ts";
import {type Total} from "../model/weightedScore.ts";

const one = (value: number) => value.toFixed(1);
const range = (low: number, high: number) => (one(low) === one(high) ? "" : ` (${one(low)}–${one(high)})`);

/** A rating of 1 to 5 in a table: `3.8 (3.2–4.1) MD`, the classes of its evidence after it; a dash where nothing is known. */
export function comparisonCell({rating, low, high, evidence}: Rating): string {
  return [`${rating === null ? "–" : one(rating)}${range(low, high)}`, evidence.join("")]
    .filter((part) => part !== "")
    .join(" ");
}

/** A score on the scale of 1 to 5 with its class: `3.9 M`; a dash where there is none. */
export function scoreCell({score, low, high, evidence}: Score): string {
  if (score === null) return "–";
  return `${one(score + 1)}${range(low + 1, high + 1)} ${evidence}`;
}

/** A total on the scale of 1 to 5 with its interval. */
export function totalCell({total, low, high}: Total): string {
  return `${total === null ? "–" : one(total)}${range(low, high)}`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
