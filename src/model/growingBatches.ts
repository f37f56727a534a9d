/** joblib grows a batch until it takes this long, seconds (joblib/_parallel_backends.py, MIN_IDEAL_BATCH_DURATION). */
const idealSeconds = 0.2;

/** Whether a batch of this size is followed by one of twice the size. */
const grows = (size: number, itemSeconds: number) =>
  (size === 1 ? itemSeconds : 1.5 * size * itemSeconds) < idealSeconds;

/** So many batches of one size, one after the other. */
export interface BatchRun {
  readonly size: number;
  readonly batches: number;
}

/**
 * The batches that joblib makes by itself of so many even tasks, in their order (joblib/parallel.py, dispatch_one_batch, and
 * AutoBatchingMixin): two single tasks a worker first; then two rounds of each size, which doubles while the first batch of
 * that size took less than a fifth of a second from being handed out to its return, half of one ahead of it in the queue; a
 * round that the tasks no longer fill is cut into ten pieces a worker. `itemSeconds` is what one task takes on its worker.
 */
export function growingBatches(tasks: number, itemSeconds: number, workers: number): readonly BatchRun[] {
  const singles = Math.min(tasks, 2 * workers);
  const runs: BatchRun[] = [{size: 1, batches: singles}];
  let left = tasks - singles;
  let size = grows(1, itemSeconds) ? 2 : 1;
  while (left > 0) {
    const rounds = Math.min(grows(size, itemSeconds) ? 2 : Infinity, Math.floor(left / (size * workers)));
    if (rounds === 0) {
      const piece = Math.max(1, Math.floor(left / (10 * workers)));
      runs.push({size: piece, batches: Math.floor(left / piece)});
      if (left % piece > 0) runs.push({size: left % piece, batches: 1});
      break;
    }
    runs.push({size, batches: rounds * workers});
    left -= rounds * workers * size;
    if (grows(size, itemSeconds)) size *= 2;
  }
  return runs;
}
