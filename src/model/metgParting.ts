/** Farther apart than this factor the closed form no longer stands for the curve. */
export const metgParts = 1.4;

/** A smallest worthwhile task by its threshold of efficiency, seconds; null: not reached, or not measured there. */
export type MetgAt = (threshold: number) => number | null;

/**
 * The lowest threshold of efficiency, in steps of a hundredth from one half on, at which two ways to find the smallest
 * worthwhile task are apart by the factor; null: nowhere that both give one.
 */
export function metgParting(closed: MetgAt, curve: MetgAt, factor = metgParts): number | null {
  for (let percent = 50; percent < 100; percent += 1) {
    const [a, b] = [closed(percent / 100), curve(percent / 100)];
    if (a !== null && b !== null && (a > b * factor || a < b / factor)) return percent / 100;
  }
  return null;
}
