import type {BestChunk} from "./answer.ts";
import type {Fit} from "./fit.ts";
import {predictSeconds} from "./predictSeconds.ts";
import {takesChunks} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

/** So many chunks, or tasks a chunk, are tried one by one. */
const tried = 128;

/**
 * Chunk sizes worth trying, up to all tasks in one, which is best where a chunk costs more than the work: every small size,
 * for every small number of chunks the smallest size that gives it, and steps of a tenth between.
 */
function candidates(tasks: number): readonly number[] {
  const sizes = new Set<number>();
  for (let number = 1; number <= Math.min(tried, tasks); number += 1) sizes.add(number).add(Math.ceil(tasks / number));
  for (let size = tried; size < tasks / tried; size = Math.ceil(size * 1.1)) sizes.add(size);
  return [...sizes].toSorted((a, b) => a - b);
}

/** The chunk size with the smallest predicted time, and what it saves; null where the tool takes no chunk size. */
export function bestChunk(fit: Fit, workload: Workload): BestChunk | null {
  if (!takesChunks(fit)) return null;
  const secondsAt = (chunk: number | null) => predictSeconds(fit, {...workload, chunk});
  let best = 1;
  let seconds = Infinity;
  for (const chunk of candidates(workload.tasks)) {
    const there = secondsAt(chunk);
    // The smallest chunk among equals: it wastes least when a task is slow.
    if (there < seconds * (1 - 1e-12)) [best, seconds] = [chunk, there];
  }
  return {
    chunk: best,
    seconds,
    saved_against_default: secondsAt(null) - seconds,
    saved_against_one: secondsAt(1) - seconds
  };
}
