import {randomLcg, randomNormal} from "d3-random";
import {siftDown} from "./siftDown.ts";

/** Schedules that are averaged. */
const schedules = 16;

/** When the first 0, 1, 2 … chunks are done, in mean chunk lengths: mean and spread over the schedules. */
export interface Course {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/** A course and where it stands: chunks played so far; schedule by schedule when each worker is free, and the last one done. */
interface Playing extends Course {
  played: number;
  readonly free: readonly Float64Array[];
  readonly last: Float64Array;
}

/** Log-normal lengths of one spread, a row a schedule, and the courses played with them by their workers. */
interface Spread {
  lengths: readonly Float64Array[];
  readonly courses: Map<number, Playing>;
}

let normals: readonly Float64Array[] = [];

/** Standard normal draws, a row a schedule, from fixed seeds: chunk i has the same draws whatever comes after it. */
function drawsFor(chunks: number): readonly Float64Array[] {
  const had = normals[0]?.length ?? 0;
  if (had < chunks) {
    const length = Math.max(128, 2 * had, chunks);
    normals = Array.from({length: schedules}, (_, row) => {
      const normal = randomNormal.source(randomLcg((row + 1) / (schedules + 1)))(0, 1);
      return Float64Array.from({length}, normal);
    });
  }
  return normals;
}

/** Lengths of more chunks, divided by their mean over the schedules: together their work is just the number of chunks. */
function moreLengths(known: readonly Float64Array[], sigma: number, chunks: number): readonly Float64Array[] {
  const draws = drawsFor(chunks);
  const rows = draws.map((_, row) => {
    const lengths = new Float64Array(chunks);
    if (known[row]) lengths.set(known[row]);
    return lengths;
  });
  for (let at = known[0]?.length ?? 0; at < chunks; at += 1) {
    let sum = 0;
    rows.forEach((lengths, row) => (sum += lengths[at] = Math.exp(sigma * draws[row]![at]!)));
    for (const lengths of rows) lengths[at] = (lengths[at]! * schedules) / sum;
  }
  return rows;
}

/** Plays on to so many chunks, each to whoever is free first. */
function playOn(course: Playing, workers: number, lengths: readonly Float64Array[], chunks: number): void {
  const {played, free, last, mean, sd} = course;
  for (let row = 0; row < schedules; row += 1) {
    const own = lengths[row]!;
    const ends = free[row]!;
    let end = last[row]!;
    for (let at = played; at < chunks; at += 1) {
      let done = own[at]!;
      if (at < workers) {
        ends[at] = done;
        // Everybody has a first chunk: from here on they stand in a heap, and what is in order is one.
        if (at === workers - 1) ends.sort();
      } else {
        done += ends[0]!;
        ends[0] = done;
        siftDown(ends);
      }
      if (done > end) end = done;
      mean[at + 1]! += end;
      sd[at + 1]! += end * end;
    }
    last[row] = end;
  }
  for (let at = played + 1; at <= chunks; at += 1) {
    mean[at]! /= schedules;
    sd[at] = Math.sqrt(Math.max(0, sd[at]! / schedules - mean[at]! ** 2));
  }
  course.played = chunks;
}

/** Numbers that may be kept (32 MB); beyond, all is forgotten and played again when asked for. */
const mostKept = 2 ** 22;
let kept = 0;
const spreads = new Map<number, Spread>();

function spreadOf(sigma: number): Spread {
  if (kept > mostKept) {
    spreads.clear();
    kept = 0;
  }
  const known = spreads.get(sigma);
  if (known) return known;
  const spread: Spread = {lengths: [], courses: new Map()};
  spreads.set(sigma, spread);
  return spread;
}

/**
 * List scheduling of chunks whose lengths are log-normal of mean one, sigma being the spread of their logs: the course of the
 * first `chunks` of them at least, of at most `most`. What was played is kept and played on from; nothing is played twice.
 */
export function unevenCourse(workers: number, sigma: number, {chunks, most}: {chunks: number; most: number}): Course {
  const spread = spreadOf(sigma);
  const known = spread.courses.get(workers);
  if (known && known.played >= chunks) return known;
  const course = known ?? {
    mean: new Float64Array(most + 1),
    sd: new Float64Array(most + 1),
    played: 0,
    free: Array.from({length: schedules}, () => new Float64Array(workers)),
    last: new Float64Array(schedules)
  };
  if (!known) {
    spread.courses.set(workers, course);
    kept += schedules * workers + course.mean.length + course.sd.length;
  }
  const drawn = spread.lengths[0]?.length ?? 0;
  if (chunks > drawn) {
    // Twice as many as before at least, so that chunks asked for one more at a time are not copied each time.
    const all = Math.min(most, Math.max(chunks, 2 * drawn));
    kept += (all - drawn) * schedules;
    spread.lengths = moreLengths(spread.lengths, sigma, all);
  }
  playOn(course, workers, spread.lengths, chunks);
  return course;
}
