import {fitLaw} from "./fitLaw.ts";
import type {LawError, LawFit, LawPoint} from "./law.ts";
import {lawRange} from "./lawRange.ts";

/**
 * Amdahl's law as throughput of N workers, γN / (1 + α(N − 1)): a serial share α bounds it at γ/α. Fitted by least squares,
 * α ≥ 0. null where the points do not settle it. Source: Amdahl, AFIPS 1967.
 */
export function amdahl(points: readonly LawPoint[], error: LawError = "relative"): LawFit | null {
  const most = Math.max(...points.map(({load, throughput}) => throughput / load));
  const fitted = fitLaw(points, error, {
    start: [most, 0.02],
    curve: ([rate = 0, share = 0], load) => {
      const slowed = 1 + share * (load - 1);
      if (slowed <= 0) return null;
      return {value: (rate * load) / slowed, slopes: [load / slowed, (-rate * load * (load - 1)) / slowed ** 2]};
    }
  });
  if (fitted === null) return null;
  const [rate, contention] = fitted.estimates;
  return {
    law: "amdahl",
    rate: rate!,
    contention: contention!,
    serialShare: null,
    coherence: null,
    peak: null,
    peakReason: "more workers never slow it down",
    range: lawRange(points),
    points: points.length,
    aicc: fitted.aicc
  };
}
