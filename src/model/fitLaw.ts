import type {Estimate, LawError, LawPoint} from "./law.ts";
import {lawLeastSquares, type LawProblem, type LawSolution} from "./lawLeastSquares.ts";
import {studentQuantile} from "./studentQuantile.ts";

/** Probability that intervals of laws hold. */
export const lawIntervalHolds = 0.95;

/** A law as it is fitted: its first parameter is a rate; the others are shares and costs, never below 0. */
export interface LawShape {
  readonly start: readonly number[];
  readonly curve: LawProblem["curve"];
}

export interface ShapeFit {
  readonly estimates: readonly Estimate[];
  readonly covariance: readonly (readonly number[])[];
  readonly aicc: number;
}

/** Akaike's criterion for least squares with the correction for few points; the residual variance counts as a parameter. */
export function lawAicc(squares: number, points: number, parameters: number): number {
  const k = parameters + 1;
  if (points - k - 1 <= 0) return Infinity;
  return points * Math.log(squares / points) + 2 * k + (2 * k * (k + 1)) / (points - k - 1);
}

/** Fits the open parameters; the others are held at 0. The solution's parameters stand in the order of `open`. */
function solveOpen(
  points: readonly LawPoint[],
  error: LawError,
  {start, curve}: LawShape,
  open: readonly number[]
): LawSolution | null {
  const full = (values: readonly number[]) => start.map((_, i) => values[open.indexOf(i)] ?? 0);
  return lawLeastSquares({
    points,
    error,
    start: open.map((i) => start[i]!),
    curve: (values, load) => {
      const at = curve(full(values), load);
      return at && {value: at.value, slopes: open.map((i) => at.slopes[i]!)};
    }
  });
}

/**
 * Fits a law's shape; a share or cost that would fall below 0 is held at 0 and the rest is fitted without it, its interval
 * then running from 0 to where the free fit's would end. null where the points do not settle it.
 */
export function fitLaw(points: readonly LawPoint[], error: LawError, shape: LawShape): ShapeFit | null {
  const all = shape.start.map((_, i) => i);
  const freedom = points.length - all.length;
  if (freedom < 1) return null;
  const free = solveOpen(points, error, shape, all);
  let [open, found]: [readonly number[], LawSolution | null] = [all, free];
  while (found !== null && found.parameters.some((value, i) => open[i] !== 0 && value < 0)) {
    const {parameters} = found;
    open = open.filter((place, i) => place === 0 || parameters[i]! >= 0);
    found = solveOpen(points, error, shape, open);
  }
  if (free === null || found === null) return null;
  const {inverse, parameters, squares} = found;
  const t = studentQuantile(lawIntervalHolds, freedom);
  const freeSd = (i: number) => Math.sqrt((free.squares / freedom) * free.inverse[i]![i]!);
  const variance = squares / (points.length - open.length);
  const covariance = all.map((a) =>
    all.map((b) => {
      const [i, j] = [open.indexOf(a), open.indexOf(b)];
      return i < 0 || j < 0 ? 0 : variance * inverse[i]![j]!;
    })
  );
  const estimates = all.map((i): Estimate => {
    const place = open.indexOf(i);
    // Of one that is held at 0 the free fit says how far it may reach.
    if (place < 0) return {value: 0, low: 0, high: Math.max(0, free.parameters[i]! + t * freeSd(i))};
    const [value, half] = [parameters[place]!, t * Math.sqrt(covariance[i]![i]!)];
    return {value, low: i === 0 ? value - half : Math.max(0, value - half), high: value + half};
  });
  return {estimates, covariance, aicc: lawAicc(squares, points.length, all.length)};
}
