import {billedSeconds} from "./billedSeconds.ts";
import type {Life} from "./costOffer.ts";

/** How the billed things of a job live: what the rounding needs to know. Times in seconds. */
export interface LivesInput {
  readonly life: Life;
  readonly tasks: number;
  /** Of one task, re-work after interruptions included. */
  readonly taskSeconds: number;
  readonly packing: number;
  readonly concurrency: number;
  readonly sideBySide: number;
  /** Start-up that is billed; 0 where none is. */
  readonly startSeconds: number;
  readonly increment: number | null;
  readonly minimum: number | null;
}

export interface Lives {
  /** Calls, containers or workers. */
  readonly units: number;
  /** Billed, of all of them. */
  readonly billed: number;
}

/** Seconds that are billed for all calls, containers or workers of a job, each rounded by itself. Exact: no unit is averaged. */
export function costLives(input: LivesInput): Lives {
  const {life, tasks, taskSeconds, packing, concurrency, startSeconds, increment, minimum} = input;
  const bill = (seconds: number) => billedSeconds(seconds, increment, minimum);
  if (life === "pool") return pool(input, bill);
  const units = Math.ceil(tasks / packing);
  const full = Math.min(packing, tasks) * taskSeconds;
  const last = (tasks - (units - 1) * packing) * taskSeconds;
  // A kept environment starts once, a fresh container every time.
  const cold = life === "calls" ? Math.min(concurrency, units) : units;
  const coldFull = Math.min(cold, units - 1);
  const billed =
    coldFull * bill(startSeconds + full) +
    (units - 1 - coldFull) * bill(full) +
    bill(last + (cold === units ? startSeconds : 0));
  return {units, billed};
}

/** Workers that take tasks side by side until none is left; some work one round more than others. */
function pool(
  {tasks, taskSeconds, concurrency, sideBySide, startSeconds}: LivesInput,
  bill: (seconds: number) => number
): Lives {
  const rounds = Math.ceil(tasks / sideBySide);
  const units = Math.min(Math.ceil(concurrency / sideBySide), rounds);
  const fewer = Math.floor(rounds / units);
  const longer = rounds - fewer * units;
  const life = (count: number) => bill(startSeconds + count * taskSeconds);
  return {units, billed: (units - longer) * life(fewer) + longer * life(fewer + 1)};
}
