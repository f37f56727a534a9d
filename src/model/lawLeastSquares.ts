import type {LawError, LawPoint} from "./law.ts";

/** A law's value at a load and its slope along each parameter; null where the parameters make no sense there. */
export interface LawValue {
  readonly value: number;
  readonly slopes: readonly number[];
}

export interface LawProblem {
  readonly points: readonly LawPoint[];
  readonly error: LawError;
  readonly start: readonly number[];
  readonly curve: (parameters: readonly number[], load: number) => LawValue | null;
}

export interface LawSolution {
  readonly parameters: readonly number[];
  /** Inverse of JᵀJ; times the residual variance it is the covariance of the parameters. */
  readonly inverse: readonly (readonly number[])[];
  readonly squares: number;
}

/** What is left at some parameters: the sum of squares, each miss, and the slopes of the law there, all weighted. */
interface Misses {
  readonly squares: number;
  readonly misses: readonly number[];
  readonly slopes: readonly (readonly number[])[];
}

/** Inverse of a small symmetric positive definite matrix, scaled to a unit diagonal first; null when it is singular. */
function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i]!));
  if (!scale.every(Number.isFinite)) return null;
  const n = matrix.length;
  const rows = matrix.map((row, i) => [
    ...row.map((value, j) => value * scale[i]! * scale[j]!),
    ...row.map((_, j) => (i === j ? 1 : 0))
  ]);
  for (let column = 0; column < n; column += 1) {
    const head = rows[column]!;
    const pivot = head[column]!;
    if (!(pivot > 1e-14)) return null;
    for (let k = 0; k < 2 * n; k += 1) head[k]! /= pivot;
    for (let row = 0; row < n; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]!;
      for (let k = 0; k < 2 * n; k += 1) rows[row]![k]! -= factor * head[k]!;
    }
  }
  return rows.map((row, i) => row.slice(n).map((value, j) => value * scale[i]! * scale[j]!));
}

/**
 * Least squares of a law with exact slopes (Levenberg–Marquardt). Misses count by their size, or as a share of what was
 * measured. null where the points do not settle the parameters.
 */
export function lawLeastSquares({points, error, start, curve}: LawProblem): LawSolution | null {
  const weights = points.map(({throughput}) => (error === "relative" ? 1 / throughput : 1));
  const missesOf = (parameters: readonly number[]): Misses | null => {
    let squares = 0;
    const slopes: (readonly number[])[] = [];
    const misses: number[] = [];
    for (const [i, {load, throughput}] of points.entries()) {
      const at = curve(parameters, load);
      if (at === null) return null;
      const miss = (throughput - at.value) * weights[i]!;
      misses.push(miss);
      slopes.push(at.slopes.map((slope) => slope * weights[i]!));
      squares += miss * miss;
    }
    return {squares, misses, slopes};
  };
  const normal = (slopes: readonly (readonly number[])[]) =>
    start.map((_, a) => start.map((_, b) => slopes.reduce((sum, slope) => sum + slope[a]! * slope[b]!, 0)));
  let parameters = start;
  const first = missesOf(parameters);
  if (first === null) return null;
  let here: Misses = first;
  let damping = 1e-3;
  for (let step = 0; step < 500 && damping < 1e12; step += 1) {
    const {slopes, misses} = here;
    const square = normal(slopes);
    const gradient = start.map((_, a) => slopes.reduce((sum, slope, i) => sum + slope[a]! * misses[i]!, 0));
    const inverse = invert(square.map((row, a) => row.map((value, b) => (a === b ? value * (1 + damping) : value))));
    if (inverse === null) return null;
    const moved = parameters.map(
      (value, a) => value + inverse[a]!.reduce((sum, entry, b) => sum + entry * gradient[b]!, 0)
    );
    const there = missesOf(moved);
    if (there === null || there.squares > here.squares) {
      damping *= 10;
      continue;
    }
    const gain = here.squares - there.squares;
    [parameters, here] = [moved, there];
    damping = Math.max(damping / 10, 1e-12);
    if (gain <= 1e-15 * there.squares) break;
  }
  const inverse = invert(normal(here.slopes));
  return inverse === null ? null : {parameters, inverse, squares: here.squares};
}
