/** What a fit needs: residuals of a parameter vector, and where to begin. */
export interface LeastSquaresProblem {
  readonly residuals: (parameters: readonly number[]) => readonly number[];
  readonly start: readonly number[];
  readonly iterations: number;
}

export interface LeastSquaresResult {
  readonly parameters: readonly number[];
  /** Half the sum of squared residuals. */
  readonly cost: number;
}

/** Solves A·x = b for a small symmetric positive definite A by elimination with pivoting; null when it is singular. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const rows = a.map((row, i) => [...row, b[i]!]);
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < n; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    if (Math.abs(head[column]!) < 1e-300) return null;
    for (let row = column + 1; row < n; row += 1) {
      const factor = rows[row]![column]! / head[column]!;
      for (let k = column; k <= n; k += 1) rows[row]![k]! -= factor * head[k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = rows[row]![n]!;
    for (let k = row + 1; k < n; k += 1) sum -= rows[row]![k]! * x[k]!;
    x[row] = sum / rows[row]![row]!;
  }
  return x;
}

const half = (residuals: readonly number[]) => residuals.reduce((sum, r) => sum + r * r, 0) / 2;

/**
 * Levenberg–Marquardt with a numeric Jacobian (one-sided, step 1e-4). Made for ten parameters or fewer on a log scale.
 * Our own, because the residuals of the forms have kinks (the larger of two times), for which the damping must be able to
 * grow without end within one step, and because a bootstrap calls it some thousand times: published packages copy matrices.
 */
export function leastSquares({residuals, start, iterations}: LeastSquaresProblem): LeastSquaresResult {
  let parameters = [...start];
  let current = residuals(parameters);
  let cost = half(current);
  let damping = 1e-2;
  const n = parameters.length;
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const slopes = parameters.map((value, j) => {
      const moved = [...parameters];
      moved[j] = value + 1e-4;
      const there = residuals(moved);
      return current.map((r, i) => (there[i]! - r) / 1e-4);
    });
    const gradient = slopes.map((slope) => slope.reduce((sum, s, i) => sum + s * current[i]!, 0));
    const square = slopes.map((a) => slopes.map((b) => a.reduce((sum, s, i) => sum + s * b[i]!, 0)));
    let improved = false;
    for (let attempt = 0; attempt < 8 && !improved; attempt += 1) {
      const damped = square.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) + 1e-9 : value)));
      const step = solve(damped, gradient);
      if (step && step.every(Number.isFinite)) {
        const moved = parameters.map((value, j) => value - Math.max(-2, Math.min(2, step[j]!)));
        const there = residuals(moved);
        const thereCost = half(there);
        if (thereCost < cost) {
          improved = true;
          const gain = (cost - thereCost) / (cost || 1);
          [parameters, current, cost] = [moved, there, thereCost];
          damping = Math.max(1e-7, damping / 5);
          if (gain < 1e-7) return {parameters, cost};
          break;
        }
      }
      damping *= 4;
    }
    if (!improved || n === 0) break;
  }
  return {parameters, cost};
}
