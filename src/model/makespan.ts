import {siftDown} from "./siftDown.ts";

/** How tasks are handed out: tasks a chunk (one size, or every chunk's own), and seconds the dispatcher spends on each chunk. */
export interface HandingOut {
  readonly chunk?: number | readonly number[];
  readonly dispatchSeconds?: number;
}

/**
 * Seconds until the last of several workers is done (list scheduling, Graham 1969): the tasks are cut into chunks in their
 * order, each chunk goes to whoever is free first, and none leaves before the one dispatcher has dealt with it. Durations in
 * seconds. Adding a task at the end never makes it shorter; it is never below the longest chunk, the work divided by the
 * workers, or the dispatcher's own time.
 */
export function makespan(
  durations: readonly number[],
  workers: number,
  {chunk = 1, dispatchSeconds = 0}: HandingOut = {}
): number {
  const free = new Float64Array(Math.max(1, Math.min(workers, durations.length)));
  let last = 0;
  for (let at = 0, number = 0; at < durations.length; number += 1) {
    const size = typeof chunk === "number" ? chunk : (chunk[number] ?? durations.length);
    const end = Math.min(durations.length, at + Math.max(1, size));
    let seconds = 0;
    for (; at < end; at += 1) seconds += durations[at]!;
    const done = Math.max(free[0]!, (number + 1) * dispatchSeconds) + seconds;
    free[0] = done;
    siftDown(free);
    if (done > last) last = done;
  }
  return last;
}
