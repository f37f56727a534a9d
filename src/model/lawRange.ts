import type {LawPoint} from "./law.ts";

/** The lowest and the highest load of a series. */
export function lawRange(points: readonly LawPoint[]): readonly [number, number] {
  const loads = points.map(({load}) => load);
  return [Math.min(...loads), Math.max(...loads)];
}
