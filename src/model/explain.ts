import {type Answer, axes, type Axis, type Flip, type Ranked, weightAxes} from "./answer.ts";
import {axisGrid} from "./lastInterval.ts";
import {type AxisRange, axisRanges, axisValue, axisWorkload} from "./axisWorkload.ts";
import {bestChunk} from "./bestChunk.ts";
import {breakEven, serialSeconds} from "./breakEven.ts";
import {busyCores} from "./busyCores.ts";
import {effortLines, loopEffortLines} from "./effortLines.ts";
import type {Fit} from "./fit.ts";
import {predictSeconds} from "./predictSeconds.ts";
import {type Preference, preference, score} from "./preference.ts";
import {eligible} from "./rank.ts";
import type {ToolFactsBySlug} from "./toolFacts.ts";
import {isSerial} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

/** A tool that may win, with what of it no axis moves. */
interface Rival {
  readonly fit: Fit;
  readonly name: string;
  readonly effort: number;
}

/** The best by point prediction: a tool's slug and variant, or the plain loop unless more than speed is needed. */
function best(workload: Workload, rivals: readonly Rival[], weights: Preference): string {
  const loop = serialSeconds(workload);
  let name = "serial:default";
  let least =
    workload.need === "none"
      ? score(weights, {seconds: loop, effortLines: loopEffortLines, coreSeconds: loop})
      : Infinity;
  for (const {fit, name: own, effort} of rivals) {
    const seconds = predictSeconds(fit, workload);
    const coreSeconds = seconds * busyCores(fit, workload);
    const there = score(weights, {seconds, effortLines: effort, coreSeconds});
    if (there < least) [name, least] = [own, there];
  }
  return name;
}

/** Farthest that a flip is looked for: a factor of so much from where the reader stands. */
const reach = 1000;

function flipOn(
  workload: Workload,
  rivals: readonly Rival[],
  axis: Axis,
  range: AxisRange,
  direction: Flip["direction"]
): Flip | null {
  const from = axisValue(workload, axis);
  const weights = preference(workload);
  const fastest = (moved: Workload) => best(moved, rivals, weights);
  const here = fastest(workload);
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
    if (fastest(axisWorkload(workload, axis, x)) === here) {
      same = x;
      continue;
    }
    let other = x;
    for (let step = 0; step < 40 && Math.abs(other - same) > (range.whole ? 1 : 1e-4 * other); step += 1) {
      const middle = range.whole ? Math.floor((same + other) / 2) : (same + other) / 2;
      if (fastest(axisWorkload(workload, axis, middle)) === here) same = middle;
      else other = middle;
    }
    return {axis, at: other, direction, to: fastest(axisWorkload(workload, axis, other))};
  }
  return null;
}

/** A weight is looked at in steps of a hundredth. */
const weightStep = 0.01;

/** The nearest weights, up and down, at which another way is the best; the times stay, so they are predicted once. */
function weightFlips(workload: Workload, rivals: readonly Rival[]): readonly Flip[] {
  const loop = serialSeconds(workload);
  const known = [
    ...(workload.need === "none"
      ? [{name: "serial:default", seconds: loop, effortLines: loopEffortLines, coreSeconds: loop}]
      : []),
    ...rivals.map(({fit, name, effort}) => {
      const seconds = predictSeconds(fit, workload);
      return {name, seconds, effortLines: effort, coreSeconds: seconds * busyCores(fit, workload)};
    })
  ];
  const bestAt = (moved: Workload) => {
    const weights = preference(moved);
    let [name, least] = ["", Infinity];
    for (const one of known) {
      const there = score(weights, one);
      if (there < least) [name, least] = [one.name, there];
    }
    return name;
  };
  const here = bestAt(workload);
  return weightAxes.flatMap((axis) => {
    const key = axis === "effort_weight" ? "effortWeight" : "costWeight";
    return ([-1, 1] as const).flatMap((sign): Flip[] => {
      for (let step = 1; ; step += 1) {
        const at = Number((workload[key] + sign * step * weightStep).toFixed(4));
        if (at < 0 || at > 1) return [];
        const to = bestAt({...workload, [key]: at});
        if (to !== here) return [{axis, at, direction: sign > 0 ? "above" : "below", to}];
      }
    });
  });
}

/** The nearest changes of the best way up and down each axis and each weight, everything else as the reader has it. */
export function findFlips(workload: Workload, fits: readonly Fit[], facts: ToolFactsBySlug = {}): readonly Flip[] {
  const rivals = eligible(workload, fits, facts)
    .allowed.filter((fit) => !isSerial(fit))
    .map((fit): Rival => ({
      fit,
      name: `${fit.tool}:${fit.variant}`,
      effort: effortLines(facts[fit.tool]) ?? Infinity
    }));
  // Without counted effort a tool cannot be weighed, and a weight on effort would shut it out unseen.
  const weighed = rivals.filter(({effort}) => Number.isFinite(effort));
  const plain = workload.effortWeight > 0 ? weighed : rivals.map((rival) => ({...rival, effort: loopEffortLines}));
  return [
    ...axes.flatMap((axis) =>
      (["below", "above"] as const).flatMap(
        (direction) => flipOn(workload, plain, axis, axisRanges[axis], direction) ?? []
      )
    ),
    ...(weighed.length > 0 ? weightFlips(workload, weighed) : [])
  ];
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
export function explain(answer: Answer, fits: readonly Fit[], facts: ToolFactsBySlug = {}): Answer {
  const {workload} = answer;
  const ranking = answer.ranking.map((entry): Ranked => {
    const fit = fitOf(entry, fits);
    if (!fit || isSerial(fit)) return entry;
    const break_even = Object.fromEntries(axes.map((axis) => [axis, breakEven(fit, workload, axis)]));
    return {...entry, break_even: break_even as Ranked["break_even"], best_chunk: bestChunk(fit, workload)};
  });
  return {...answer, ranking, flips: findFlips(workload, fits, facts)};
}
