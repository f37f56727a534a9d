import type {AxisRange} from "./axisWorkload.ts";

const perDecade = 32;
/** Whole numbers up to here are tried one by one: chunk sizes jump there. */
const exactUpTo = 512;
/** Whole numbers beyond an edge that are tried one by one: some chunk sizes' worth. */
const neighbourhood = 256;

/** The points at which a range is tried: whole numbers one by one while they are few, then evenly by their logs. */
export function axisGrid({minimum, maximum, whole}: AxisRange, oneByOne = exactUpTo): readonly number[] {
  const points: number[] = [];
  const from = whole ? Math.min(maximum, oneByOne) : minimum;
  if (whole) for (let x = minimum; x <= from; x += 1) points.push(x);
  else points.push(minimum);
  const steps = Math.ceil(Math.log10(maximum / Math.max(from, 1e-300)) * perDecade);
  for (let step = 1; step <= steps; step += 1) {
    const x = Math.min(maximum, from * (maximum / from) ** (step / steps));
    const value = step === steps ? maximum : whole ? Math.round(x) : x;
    if (value > points.at(-1)!) points.push(value);
  }
  return points;
}

/**
 * The edge of the last interval on which `holds` is true to the axis's end (the upper end where it pays above, the lower
 * where it pays below): the outermost point that still holds. null: it does not hold at the end; the far end: it holds
 * everywhere. Whole numbers exactly to one, others to a relative 1e-9. Between grid points `holds` may change more than once
 * where chunk sizes jump: the neighbourhood of the edge is tried number by number. `fewer` whole numbers may be tried one by
 * one, at the start and beyond the edge, where a search must be quick.
 */
export function lastInterval(range: AxisRange, holds: (x: number) => boolean, fewer?: number): number | null {
  const grid = axisGrid(range, fewer);
  const inward = range.pays === "above" ? grid.toReversed() : grid;
  const firstFailure = inward.findIndex((x) => !holds(x));
  if (firstFailure === 0) return null;
  if (firstFailure === -1) return inward.at(-1)!;
  let good = inward[firstFailure - 1]!;
  let bad = inward[firstFailure]!;
  while (range.whole ? Math.abs(good - bad) > 1 : Math.abs(good - bad) > 1e-9 * Math.abs(good)) {
    const middle = range.whole ? Math.floor((good + bad) / 2) : Math.sqrt(good * Math.max(bad, 1e-300));
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  if (!range.whole) return good;
  const outward = range.pays === "above" ? 1 : -1;
  for (let x = good, checked = 0; checked < (fewer ?? neighbourhood); checked += 1, x += outward) {
    if (x < range.minimum || x > range.maximum) break;
    if (holds(x)) continue;
    [good, checked] = [x + outward, 0];
  }
  return good;
}
