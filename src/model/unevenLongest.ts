import type {ChunkPlan} from "./chunkPlan.ts";
import {unevenCourse} from "./unevenCourse.ts";

/** What the last worker to end gets when task lengths vary, in mean task lengths: its mean and its spread from run to run. */
export interface UnevenLongest {
  readonly items: number;
  readonly sd: number;
}

/** Chunks that are played through one by one; the others keep everybody equally busy. */
const playedChunks = (workers: number) => Math.max(128, Math.min(4 * workers, 1024), workers);

/** A number above 0 rounded to two significant digits; 0 stays. */
function twoDigits(value: number): number {
  if (value === 0) return 0;
  const places = 1 - Math.floor(Math.log10(value));
  // Divided by a power of ten, not multiplied by its inverse: then it is the number that its two digits write.
  const power = 10 ** Math.abs(places);
  return places > 0 ? Math.round(value * power) / power : Math.round(value / power) * power;
}

/**
 * The longest worker of a plan when lengths vary by a coefficient of variation (log-normal), by seeded list scheduling; a
 * chunk of c tasks varies by cv/√c. Never less than the work divided by the workers; grows with the number of tasks.
 */
export function unevenLongest(plan: ChunkPlan, tasks: number, workers: number, cv: number): UnevenLongest {
  const {chunks} = plan;
  // Batches that grow have no one size: their mean stands for them.
  const uniform = (chunks - 1) * plan.size < tasks && tasks <= chunks * plan.size;
  const size = uniform ? plan.size : tasks / chunks;
  // Two digits: a spread is not known better, and schedules already played can be used again.
  const sigma = twoDigits(Math.sqrt(Math.log1p((cv * cv) / size)));
  const most = playedChunks(workers);
  const played = Math.min(chunks, most);
  const {mean, sd} = unevenCourse(workers, sigma, {chunks: played, most});
  if (chunks > most) return {items: mean[most]! * size + (tasks - most * size) / workers, sd: sd[most]! * size};
  const whole = chunks - 1;
  const part = Math.min(1, (tasks - whole * size) / size);
  return {items: (mean[whole]! + (mean[chunks]! - mean[whole]!) * part) * size, sd: sd[chunks]! * size};
}
