import {siftDown} from "./siftDown.ts";

/** joblib grows a batch until it takes this long, seconds (joblib/_parallel_backends.py, MIN_IDEAL_BATCH_DURATION). */
const idealSeconds = 0.2;

/** Batches that are followed one by one: by then their size has settled, or there are very many workers. */
const mostFollowed = (workers: number) => Math.max(256, Math.min(24 * workers, 3072), 3 * workers);

/** Batches in their order, and the tasks that are left for more of them, all of one size; none where all were followed. */
export interface GrowingBatches {
  readonly sizes: readonly number[];
  readonly size: number;
  readonly left: number;
}

/**
 * The batches that joblib makes by itself of so many even tasks, in their order (joblib/parallel.py, dispatch_one_batch, and
 * AutoBatchingMixin): two single tasks a worker first; then, whenever a batch comes back, the size doubles while such a batch
 * took less than a fifth of a second from being handed out to its return; a round that the tasks no longer fill is cut into
 * ten pieces a worker. `itemSeconds` is what one task takes on its worker.
 */
export function growingBatches(tasks: number, itemSeconds: number, workers: number): GrowingBatches {
  const sizes: number[] = [];
  const ready: number[] = [];
  /** Batches under way: size, when handed out, when done; done in this order, since the queue is one. */
  const out: {readonly size: number; readonly given: number; readonly done: number}[] = [];
  const free = new Float64Array(workers);
  const most = mostFollowed(workers);
  let left = tasks;
  let size = 1;
  let smoothed = 0;

  const give = (batch: number, given: number) => {
    const done = Math.max(given, free[0]!) + batch * itemSeconds;
    free[0] = done;
    siftDown(free);
    let at = out.length;
    while (at > 0 && out[at - 1]!.done > done) at -= 1;
    out.splice(at, 0, {size: batch, given, done});
    sizes.push(batch);
  };

  const beginning = Math.min(left, 2 * workers);
  for (let batch = 0; batch < beginning; batch += 1) give(1, 0);
  left -= beginning;
  while (left > 0 || ready.length > 0) {
    if (sizes.length >= most && ready.length === 0) break;
    const back = out.shift()!;
    if (back.size === size) {
      const seconds = back.done - back.given;
      smoothed = smoothed === 0 ? seconds : 0.8 * smoothed + 0.2 * seconds;
    }
    if (smoothed > 0 && smoothed < idealSeconds) {
      const larger = Math.max(1, Math.min(2 * size, 2 * Math.floor((size * idealSeconds) / smoothed)));
      if (larger !== size) [size, smoothed] = [larger, 0];
    } else if (smoothed > 10 * idealSeconds && size >= 2) {
      const smaller = Math.max(1, 2 * Math.floor((size * idealSeconds) / smoothed));
      if (smaller !== size) [size, smoothed] = [smaller, 0];
    }
    if (ready.length === 0) {
      const round = Math.min(left, size * workers);
      const each = round < size * workers ? Math.max(1, Math.floor(round / (10 * workers))) : size;
      for (let at = 0; at < round; at += each) ready.push(Math.min(each, round - at));
      left -= round;
    }
    give(ready.shift()!, back.done);
  }
  return {sizes, size, left};
}
