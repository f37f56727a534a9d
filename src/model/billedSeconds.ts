/** What lies over a whole number by less is an error of arithmetic, not time: a share of an increment, a share of the whole. */
const slack = {ofIncrement: 1e-9, ofWhole: 1e-12};

/** Seconds as billed: rounded up to the increment, at least the minimum; null is not known and rounds nothing. */
export function billedSeconds(seconds: number, increment: number | null, minimum: number | null): number {
  const steps = seconds / (increment ?? 1);
  const rounded =
    increment === null ? seconds : Math.ceil(steps - steps * slack.ofWhole - slack.ofIncrement) * increment;
  return Math.max(minimum ?? 0, rounded);
}
