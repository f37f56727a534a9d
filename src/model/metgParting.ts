import type {Fit} from "./fit.ts";
import {metg} from "./metg.ts";

/** Farther apart than this factor the closed form no longer stands for the curve. */
export const metgParts = 1.4;

/**
 * The lowest threshold of efficiency, in steps of a hundredth from one half on, at which the closed form of the smallest
 * worthwhile task is off the curve by the factor; null: nowhere up to the highest that the tool reaches.
 */
export function metgParting(fit: Fit, workers: number, factor = metgParts): number | null {
  for (let percent = 50; percent < 100; percent += 1) {
    const {granularitySeconds: curve, closedFormSeconds: closed} = metg(fit, percent / 100, workers);
    if (curve === null || closed === null) return null;
    if (closed > curve * factor || closed < curve / factor) return percent / 100;
  }
  return null;
}
