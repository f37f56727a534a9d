import {randomLcg, randomNormal} from "d3-random";
import type {ChunkPlan} from "./chunkPlan.ts";
import {siftDown} from "./siftDown.ts";

/** What the last worker to end gets when task lengths vary, in mean task lengths: its mean and its spread from run to run. */
export interface UnevenLongest {
  readonly items: number;
  readonly sd: number;
}

/** Schedules that are averaged, and chunks that are played through one by one; the others keep everybody equally busy. */
const schedules = 16;
const playedChunks = (workers: number) => Math.max(128, Math.min(4 * workers, 1024), workers);

let normals: readonly Float64Array[] = [];

/** Standard normal draws, a row a schedule, from fixed seeds: chunk i has the same draws whatever comes after it. */
function drawsFor(chunks: number): readonly Float64Array[] {
  if ((normals[0]?.length ?? 0) < chunks)
    normals = Array.from({length: schedules}, (_, row) => {
      const normal = randomNormal.source(randomLcg((row + 1) / (schedules + 1)))(0, 1);
      return Float64Array.from({length: chunks}, normal);
    });
  return normals;
}

/** When the first 0, 1, 2 … chunks are done, in mean chunk lengths: mean and spread over the schedules. */
interface Course {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/** Plays the schedules through: log-normal chunks of mean one, each to whoever is free first. */
function play(chunks: number, workers: number, sigma: number): Course {
  const draws = drawsFor(chunks);
  const free = Array.from({length: schedules}, () => new Float64Array(workers));
  const last = new Float64Array(schedules);
  const lengths = new Float64Array(schedules);
  const [mean, sd] = [new Float64Array(chunks + 1), new Float64Array(chunks + 1)];
  for (let at = 0; at < chunks; at += 1) {
    let sum = 0;
    for (let row = 0; row < schedules; row += 1) sum += lengths[row] = Math.exp(sigma * draws[row]![at]!);
    let total = 0;
    let squares = 0;
    for (let row = 0; row < schedules; row += 1) {
      const ends = free[row]!;
      // Divided by the mean over the schedules: together their work is just the number of chunks.
      const done = ends[0]! + (lengths[row]! * schedules) / sum;
      ends[0] = done;
      siftDown(ends);
      if (done > last[row]!) last[row] = done;
      total += last[row]!;
      squares += last[row]! ** 2;
    }
    mean[at + 1] = total / schedules;
    sd[at + 1] = Math.sqrt(Math.max(0, squares / schedules - (total / schedules) ** 2));
  }
  return {mean, sd};
}

const courses = new Map<string, Course>();

function courseOf(workers: number, sigma: number): Course {
  const key = `${workers} ${sigma}`;
  const known = courses.get(key);
  if (known) return known;
  if (courses.size >= 2048) courses.clear();
  const course = play(playedChunks(workers), workers, sigma);
  courses.set(key, course);
  return course;
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
  const sigma = Number(Math.sqrt(Math.log1p((cv * cv) / size)).toPrecision(2));
  const {mean, sd} = courseOf(workers, sigma);
  const played = mean.length - 1;
  if (chunks > played) return {items: mean[played]! * size + (tasks - played * size) / workers, sd: sd[played]! * size};
  const whole = chunks - 1;
  const part = Math.min(1, (tasks - whole * size) / size);
  return {items: (mean[whole]! + (mean[chunks]! - mean[whole]!) * part) * size, sd: sd[chunks]! * size};
}
