/**
 * The 95 % interval of a share of which `hits` of `trials` were seen (Wilson 1927), as two shares. NaN without trials.
 */
export function binomialInterval(hits: number, trials: number): readonly [number, number] {
  const z = 1.959964;
  const share = hits / trials;
  const middle = share + (z * z) / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}
