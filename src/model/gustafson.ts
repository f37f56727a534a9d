import {fitLaw} from "./fitLaw.ts";
import type {LawError, LawFit, LawPoint} from "./law.ts";
import {lawRange} from "./lawRange.ts";

/** Work a worker may differ by so much between loads and still count as growing with them (whole tasks do not divide evenly). */
const evenTo = 0.02;

/** The loads whose work grows with the workers: each worker has as much to do as at the lowest load. */
export function growingPoints(points: readonly LawPoint[]): readonly LawPoint[] {
  const [first] = points.toSorted((a, b) => a.load - b.load);
  const work = first?.workPerLoad;
  if (work === undefined) return [];
  return points.filter(({workPerLoad}) => workPerLoad !== undefined && Math.abs(workPerLoad / work - 1) <= evenTo);
}

/**
 * Gustafson's law as throughput of N workers on work that grows with them, γ(N − σ(N − 1)): σ is the serial share of the
 * time. Fitted by least squares, σ ≥ 0, to the loads where the work does grow; null where those do not settle it.
 * Source: Gustafson, Communications of the ACM 31(5), 1988.
 */
export function gustafson(points: readonly LawPoint[], error: LawError = "relative"): LawFit | null {
  const growing = growingPoints(points);
  if (growing.length === 0) return null;
  const most = Math.max(...growing.map(({load, throughput}) => throughput / load));
  const fitted = fitLaw(growing, error, {
    start: [most, 0.02],
    curve: ([rate = 0, share = 0], load) => {
      const workers = load - share * (load - 1);
      return {value: rate * workers, slopes: [workers, -rate * (load - 1)]};
    }
  });
  if (fitted === null) return null;
  const [rate, serialShare] = fitted.estimates;
  return {
    law: "gustafson",
    rate: rate!,
    contention: null,
    serialShare: serialShare!,
    coherence: null,
    peak: null,
    peakReason: "it grows without end",
    range: lawRange(growing),
    points: growing.length,
    aicc: fitted.aicc
  };
}
