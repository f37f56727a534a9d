import {type Provenance, type Score, scoreBetween} from "./ratingScore.ts";

/** A measured quantity with its interval, in one unit. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How a quantity becomes a score: at `best` it earns 4, and each `factor` away from it costs one. */
export interface LogarithmicRule {
  readonly best: number;
  readonly factor: number;
  readonly better: "less" | "more";
}

/** Time of an empty task: 10 µs earns 4, 100 µs 3 (criterion K1); seconds. */
export const dispatchRule: LogarithmicRule = {best: 10e-6, factor: 10, better: "less"};
/** METG at 80 %: 100 µs earns 4 (K2); seconds. */
export const grainRule: LogarithmicRule = {best: 100e-6, factor: 10, better: "less"};
/** Import and start to the first result: 50 ms earns 4 (K3); seconds. */
export const startRule: LogarithmicRule = {best: 0.05, factor: 10, better: "less"};
/** Lines of a program: 5 earn 4, each doubling costs one (K14). */
export const linesRule: LogarithmicRule = {best: 5, factor: 2, better: "less"};
/**
 * Bytes a second to a task (first half of K5): 10 GB/s earns 4, 1 GB/s 3, 10 MB/s 1. Fixed once the range was known: from a
 * few megabytes a second through a broker to what shared memory does without copying.
 */
export const bytesRule: LogarithmicRule = {best: 10e9, factor: 10, better: "more"};

/** The score of one value by a rule, 0 to 4; nothing and less is the best time and the worst rate. */
export function logarithmicValue(value: number, {best, factor, better}: LogarithmicRule): number {
  const away = (better === "less" ? Math.log(value / best) : Math.log(best / value)) / Math.log(factor);
  return Math.min(4, Math.max(0, 4 - away));
}

/** The score of a measured quantity, its interval carried along. */
export function logarithmicScore({value, low, high}: Measured, rule: LogarithmicRule, from: Provenance): Score {
  const ends = [low, high].map((end) => logarithmicValue(end, rule));
  return scoreBetween(Math.min(...ends), Math.max(...ends), from, logarithmicValue(value, rule));
}
