/** What is known on one criterion: a value, and the limits it lies between. All on one scale. */
export interface Known {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

/** A weighted total. */
export interface Total {
  /** Over the criteria that have a value; null where no weight falls on any. */
  readonly total: number | null;
  /** With each unknown at its lowest and at its highest. */
  readonly low: number;
  readonly high: number;
  /** Share of the weight that falls on criteria with a value, 0 to 1. */
  readonly coverage: number;
}

export type Weights = Readonly<Record<string, number>>;

/** Below this coverage no rank is shown. */
export const leastCoverage = 0.6;

/**
 * Σ w·s / Σ w over what is known, its interval over all, and the coverage. Missing is not zero: it widens the interval.
 * Throws on a negative weight, or where no weight is above nothing.
 */
export function weightedScore(known: Readonly<Record<string, Known>>, weights: Weights): Total {
  let [all, covered, sum, low, high] = [0, 0, 0, 0, 0];
  for (const [name, weight] of Object.entries(weights)) {
    if (!(weight >= 0)) throw new Error(`weight of ${name} must be 0 or more, got ${weight}`);
    const one = known[name];
    if (!one) throw new Error(`there is no criterion ${name}; there are ${Object.keys(known).join(", ")}`);
    all += weight;
    low += weight * one.low;
    high += weight * one.high;
    if (one.value === null) continue;
    covered += weight;
    sum += weight * one.value;
  }
  if (all === 0) throw new Error("at least one weight must be above 0");
  return {total: covered === 0 ? null : sum / covered, low: low / all, high: high / all, coverage: covered / all};
}
