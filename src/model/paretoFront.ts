/** One of those compared: a value an axis, more is better, null where it is not known. */
export interface Point {
  readonly id: string;
  readonly values: readonly (number | null)[];
}

/** Whether a is at least as good as b on every axis and better on one. What is not known proves nothing. */
export function dominates(a: Point, b: Point): boolean {
  if (a.values.length !== b.values.length)
    throw new Error(`${a.id} has ${a.values.length} values and ${b.id} has ${b.values.length}`);
  let better = false;
  for (let axis = 0; axis < a.values.length; axis += 1) {
    const [mine, theirs] = [a.values[axis]!, b.values[axis]!];
    if (mine === null || theirs === null || mine < theirs) return false;
    if (mine > theirs) better = true;
  }
  return better;
}

/** The ids of those that no other dominates, in the order given: the choice among them is a matter of weights. */
export function paretoFront(points: readonly Point[]): readonly string[] {
  return points.filter((point) => !points.some((other) => dominates(other, point))).map(({id}) => id);
}
