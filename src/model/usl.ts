import {fitLaw, lawIntervalHolds} from "./fitLaw.ts";
import type {Estimate, LawError, LawFit, LawPoint} from "./law.ts";
import {lawRange} from "./lawRange.ts";
import {studentQuantile} from "./studentQuantile.ts";

/**
 * The load of the greatest throughput, √((1 − α)/β), with the interval that α and β leave it (delta method on its log).
 * None where β's interval holds 0: then nothing says that the curve turns at all.
 */
function peakOf(
  contention: Estimate,
  coherence: Estimate,
  covariance: readonly (readonly number[])[],
  t: number
): Estimate | null {
  const [alpha, beta] = [contention.value, coherence.value];
  if (coherence.low <= 0 || alpha >= 1) return null;
  const value = Math.sqrt((1 - alpha) / beta);
  const variance =
    (covariance[1]![1]! / (1 - alpha) ** 2 +
      covariance[2]![2]! / beta ** 2 +
      (2 * covariance[1]![2]!) / ((1 - alpha) * beta)) /
    4;
  const factor = Math.exp(t * Math.sqrt(Math.max(0, variance)));
  return {value, low: value / factor, high: value * factor};
}

/**
 * The universal scalability law as throughput of N workers, γN / (1 + α(N − 1) + βN(N − 1)): contention α, and a cost β that
 * each pair of workers causes, so that throughput can fall again. Fitted by least squares, α and β ≥ 0; null where the
 * points do not settle it. Source: Gunther, Guerrilla Capacity Planning, 2007; the R package usl.
 */
export function usl(points: readonly LawPoint[], error: LawError = "relative"): LawFit | null {
  const most = Math.max(...points.map(({load, throughput}) => throughput / load));
  const [, last] = lawRange(points);
  const fitted = fitLaw(points, error, {
    start: [most, 0.02, 0.1 / last ** 2],
    curve: ([rate = 0, alpha = 0, beta = 0], load) => {
      const slowed = 1 + alpha * (load - 1) + beta * load * (load - 1);
      if (slowed <= 0) return null;
      const down = (-rate * load * (load - 1)) / slowed ** 2;
      return {value: (rate * load) / slowed, slopes: [load / slowed, down, down * load]};
    }
  });
  if (fitted === null) return null;
  const [rate, contention, coherence] = fitted.estimates as [Estimate, Estimate, Estimate];
  const t = studentQuantile(lawIntervalHolds, points.length - 3);
  const peak = peakOf(contention, coherence, fitted.covariance, t);
  return {
    law: "usl",
    rate,
    contention,
    serialShare: null,
    coherence,
    peak,
    peakReason: peak ? null : "β may be 0: nothing says that throughput ever falls",
    range: lawRange(points),
    points: points.length,
    aicc: fitted.aicc
  };
}
