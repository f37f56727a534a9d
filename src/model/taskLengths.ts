import type {Distribution} from "../schema/sample.ts";
import {mersenneTwister} from "./mersenneTwister.ts";
import {normalQuantile} from "./normalQuantile.ts";

/** The seed of bench/workloads/task_lengths.py. */
const seed = 20_261_124;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** exp(parameter · log), divided by their mean; in relation to the largest, so that nothing overflows. */
function scaled(logs: readonly number[], parameter: number): readonly number[] {
  const most = Math.max(...logs);
  const lengths = logs.map((value) => Math.exp(parameter * (value - most)));
  const middle = mean(lengths);
  return lengths.map((length) => length / middle);
}

const variation = (lengths: readonly number[]) => Math.sqrt(mean(lengths.map((length) => (length - 1) ** 2)));

/**
 * The very lengths that the harness gives to so many uneven tasks, relative to their mean (bench/workloads/task_lengths.py:
 * one draw from each of `count` equally likely parts, shuffled, then made to vary by just `cv`). `count` at most some
 * thousands. Throws when the variation cannot be had.
 */
export function taskLengths(count: number, distribution: Distribution, cv: number): readonly number[] {
  if (distribution === "constant") return Array.from({length: count}, () => 1);
  const most = 0.9 * Math.sqrt(count - 1);
  if (!(cv > 0 && cv < most))
    throw new Error(`cv of ${count} ${distribution} tasks must be above 0 and below ${most.toPrecision(3)}, got ${cv}`);
  const draw = mersenneTwister(seed);
  const parts = Array.from({length: count}, (_, index) =>
    Math.min(Math.max((index + draw()) / count, 1e-12), 1 - 1e-12)
  )
    .map((part) => ({order: draw(), part}))
    .toSorted((a, b) => a.order - b.order || a.part - b.part)
    .map(({part}) => part);
  const logs = parts.map((part) => (distribution === "lognormal" ? normalQuantile(part) : -Math.log(1 - part)));
  let [low, high] = [0, 1];
  while (variation(scaled(logs, high)) < cv) [low, high] = [high, 2 * high];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (variation(scaled(logs, middle)) < cv) low = middle;
    else high = middle;
  }
  return scaled(logs, high);
}
