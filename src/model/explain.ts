import {type Answer, axes, type Flip, type Ranked} from "./answer.ts";
import {axisGrid} from "./lastInterval.ts";
import {type AxisRange, axisRanges, axisValue, axisWorkload} from "./axisWorkload.ts";
import {bestChunk} from "./bestChunk.ts";
import {breakEven, serialSeconds} from "./breakEven.ts";
import type {Fit} from "./fit.ts";
import {predict} from "./predict.ts";
import {eligible} from "./rank.ts";
import {isSerial} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

/** The fastest by point prediction: a tool's slug and variant, or the plain loop. */
function fastest(workload: Workload, fits: readonly Fit[]): string {
  let name = "serial:default";
  let seconds = serialSeconds(workload);
  for (const fit of fits) {
    const there = predict(fit, workload).seconds;
    if (there < seconds) [name, seconds] = [`${fit.tool}:${fit.variant}`, there];
  }
  return name;
}

/** Farthest that a flip is looked for: a factor of so much from where the reader stands. */
const reach = 1000;

function flipOn(
  workload: Workload,
  fits: readonly Fit[],
  axis: Flip["axis"],
  range: AxisRange,
  direction: Flip["direction"]
): Flip | null {
  const from = axisValue(workload, axis);
  const here = fastest(workload, fits);
  const near = axisGrid(range).filter((x) =>
    direction === "above" ? x > from && x <= Math.max(from, 1) * reach : x < from && x >= from / reach
  );
  // Every few grid points are enough to see that the winner changes; where, is then found between them.
  const stride = Math.max(1, Math.floor(near.length / 40));
  const ordered = (direction === "above" ? near : near.toReversed()).filter(
    (_, i, all) => i % stride === stride - 1 || i === all.length - 1
  );
  let same = from;
  for (const x of ordered) {
    if (fastest(axisWorkload(workload, axis, x), fits) === here) {
      same = x;
      continue;
    }
    let other = x;
    for (let step = 0; step < 40 && Math.abs(other - same) > (range.whole ? 1 : 1e-4 * other); step += 1) {
      const middle = range.whole ? Math.floor((same + other) / 2) : (same + other) / 2;
      if (fastest(axisWorkload(workload, axis, middle), fits) === here) same = middle;
      else other = middle;
    }
    return {axis, at: other, direction, to: fastest(axisWorkload(workload, axis, other), fits)};
  }
  return null;
}

/** The nearest changes of winner up and down each axis, everything else as the reader has it. */
export function findFlips(workload: Workload, fits: readonly Fit[]): readonly Flip[] {
  const parallel = eligible(workload, fits).allowed.filter((fit) => !isSerial(fit));
  return axes.flatMap((axis) =>
    (["below", "above"] as const).flatMap(
      (direction) => flipOn(workload, parallel, axis, axisRanges[axis], direction) ?? []
    )
  );
}

/** The fit behind a place in a ranking. */
export function fitOf(entry: Ranked, fits: readonly Fit[]): Fit | undefined {
  return fits.find(
    ({tool, variant, startMethod}) =>
      tool === entry.tool && variant === entry.variant && startMethod === entry.start_method
  );
}

/**
 * Completes an answer: break-even points on every axis and the best chunk for each ranked tool, and the flips. Slower than
 * `rank`, so the page calls it after the frame.
 */
export function explain(answer: Answer, fits: readonly Fit[]): Answer {
  const {workload} = answer;
  const ranking = answer.ranking.map((entry): Ranked => {
    const fit = fitOf(entry, fits);
    if (!fit || isSerial(fit)) return entry;
    const break_even = Object.fromEntries(axes.map((axis) => [axis, breakEven(fit, workload, axis)]));
    return {...entry, break_even: break_even as Ranked["break_even"], best_chunk: bestChunk(fit, workload)};
  });
  return {...answer, ranking, flips: findFlips(workload, fits)};
}
