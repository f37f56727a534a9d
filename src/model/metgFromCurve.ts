/** A point of a measured efficiency curve: task length in seconds, efficiency 0…1. */
export interface CurvePoint {
  readonly seconds: number;
  readonly efficiency: number;
}

/**
 * The task length at which a measured curve rises to a threshold for good, seconds: between the last point below and the
 * first above by a straight line over the log of the length. null where the curve ends below it, or begins above it.
 */
export function metgFromCurve(points: readonly CurvePoint[], threshold: number): number | null {
  const sorted = points.toSorted((a, b) => a.seconds - b.seconds);
  const lastBelow = sorted.findLastIndex(({efficiency}) => efficiency < threshold);
  const [below, above] = [sorted[lastBelow], sorted[lastBelow + 1]];
  if (!below || !above) return null;
  const share = (threshold - below.efficiency) / (above.efficiency - below.efficiency);
  return below.seconds * (above.seconds / below.seconds) ** share;
}
