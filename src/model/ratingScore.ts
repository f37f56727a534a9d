import type {EvidenceClass} from "../schema/rating.ts";

/** Lowest and highest score of a criterion; readers see the score plus one, on the scale of 1 to 5. */
export const scoreLimits = {lowest: 0, highest: 4} as const;

/** What is known of one tool on one criterion, on the scale of 0 to 4. */
export interface Score {
  /** The middle of what is known; null where too little is known to name one. */
  readonly score: number | null;
  /** The score is at least this, and at most that: 0 and 4 where nothing is known. */
  readonly low: number;
  readonly high: number;
  readonly evidence: EvidenceClass;
  /** One line that says why. */
  readonly reason: string;
  readonly source: string | null;
  readonly asOf: string | null;
}

/** Where a score comes from. */
export interface Provenance {
  readonly evidence: EvidenceClass;
  readonly reason: string;
  readonly source?: string | null;
  readonly asOf?: string | null;
}

const within = (value: number): number => Math.min(scoreLimits.highest, Math.max(scoreLimits.lowest, value));

/** A score known to lie between two values; throws when they are the wrong way round or not numbers. */
export function scoreBetween(low: number, high: number, from: Provenance, score = (low + high) / 2): Score {
  if (!(low <= high)) throw new Error(`a score's low end must not lie above its high end, got ${low} and ${high}`);
  const {evidence, reason, source = null, asOf = null} = from;
  return {score: within(score), low: within(low), high: within(high), evidence, reason, source, asOf};
}

/** A score that is known exactly. */
export const scoreOf = (score: number, from: Provenance): Score => scoreBetween(score, score, from, score);

/** Nothing is known: no score, and all of the scale is possible. */
export const noScore = (reason: string): Score => ({
  ...{score: null, low: scoreLimits.lowest, high: scoreLimits.highest, evidence: "N" as const},
  ...{reason, source: null, asOf: null}
});
