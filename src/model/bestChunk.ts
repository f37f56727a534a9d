import type {BestChunk} from "./answer.ts";
import type {Fit} from "./fit.ts";
import {predict} from "./predict.ts";
import {takesChunks} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";
import {workersOf} from "./workload.ts";

/** Chunk sizes worth trying: every small one, then steps of a tenth, up to all tasks of one worker; the shares among them. */
function candidates(tasks: number, workers: number): readonly number[] {
  const most = Math.max(1, Math.ceil(tasks / workers));
  const sizes = new Set<number>([1, most]);
  for (let size = 1; size < most; size = size < 16 ? size + 1 : Math.ceil(size * 1.1)) sizes.add(size);
  for (let rounds = 1; rounds <= 64; rounds += 1) sizes.add(Math.ceil(tasks / (workers * rounds)));
  return [...sizes].toSorted((a, b) => a - b);
}

/** The chunk size with the smallest predicted time, and what it saves; null where the tool takes no chunk size. */
export function bestChunk(fit: Fit, workload: Workload): BestChunk | null {
  if (!takesChunks(fit)) return null;
  const secondsAt = (chunk: number | null) => predict(fit, {...workload, chunk}).seconds;
  let best = 1;
  let seconds = Infinity;
  for (const chunk of candidates(workload.tasks, workersOf(workload))) {
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
