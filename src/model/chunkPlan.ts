import type {Fit} from "./fit.ts";
import {runsInCaller, takesChunks} from "./toolTraits.ts";

/** How a call's items are cut: chunks in all, and what the longest worker gets. `size` is the typical (largest) chunk. */
export interface ChunkPlan {
  readonly chunks: number;
  readonly size: number;
  readonly longestChunks: number;
  readonly longestItems: number;
}

/** What the longest of so many workers gets of n items in chunks of one size; the last chunk may be short. */
export function evenChunks(tasks: number, size: number, workers: number): ChunkPlan {
  const chunks = Math.ceil(tasks / size);
  const each = Math.floor(chunks / workers);
  const over = chunks - each * workers;
  const last = tasks - (chunks - 1) * size;
  const longestChunks = Math.ceil(chunks / workers);
  // With one chunk over, it is the last, short one; with none over, somebody's last chunk is short but the others' are not.
  const longestItems = over === 1 ? each * size + last : over > 1 || workers > 1 ? longestChunks * size : tasks;
  return {chunks, size, longestChunks, longestItems: Math.min(tasks, longestItems)};
}

/** joblib grows a batch until it takes this long (joblib/_parallel_backends.py, MIN_IDEAL_BATCH_DURATION). */
const idealBatchSeconds = 0.2;

/** joblib's automatic batches: every call begins with single tasks and doubles while a batch is shorter than the ideal. */
export function growingChunks(tasks: number, itemSeconds: number, workers: number): ChunkPlan {
  const target = Math.max(1, Math.floor(idealBatchSeconds / Math.max(itemSeconds, 1e-12)));
  let size = 1;
  let left = tasks;
  let chunks = 0;
  // As many batches of one size are under way as joblib dispatches ahead: two a worker.
  while (left > 0 && size < target) {
    const batches = Math.min(2 * workers, Math.ceil(left / size));
    chunks += batches;
    left -= Math.min(left, batches * size);
    if (left > 0) size = Math.min(2 * size, target);
  }
  const rest = left > 0 ? evenChunks(left, size, workers) : {chunks: 0, longestItems: 0, longestChunks: 0};
  const ramp = tasks - left;
  return {
    chunks: chunks + rest.chunks,
    size,
    longestChunks: Math.ceil(chunks / workers) + rest.longestChunks,
    longestItems: Math.min(tasks, Math.ceil(ramp / workers) + rest.longestItems)
  };
}

const oneSliceACore = new Set(["pyspark", "beam"]);

/** The tool's own chunk size where nobody sets one; null where it decides while running (joblib). */
export function defaultChunk({tool}: Pick<Fit, "tool">, tasks: number, workers: number): number | null {
  if (tool === "joblib") return null;
  // multiprocessing.Pool.map: four chunks a worker; Spark: one slice a core. Everything else hands out one task at a time.
  const chunksAWorker = tool === "multiprocessing" ? 4 : oneSliceACore.has(tool) ? 1 : null;
  return chunksAWorker === null ? 1 : Math.max(1, Math.ceil(tasks / (chunksAWorker * workers)));
}

/** How this tool cuts n items of so many seconds for so many workers, with the chunk size asked for or its own. */
export function chunkPlan(
  fit: Pick<Fit, "tool" | "variant" | "pythonBuild">,
  tasks: number,
  itemSeconds: number,
  workers: number,
  chunk: number | null
): ChunkPlan {
  if (runsInCaller(fit)) return evenChunks(tasks, 1, workers);
  const asked = takesChunks(fit) ? chunk : null;
  const size = asked ?? defaultChunk(fit, tasks, workers);
  return size === null ? growingChunks(tasks, itemSeconds, workers) : evenChunks(tasks, Math.min(size, tasks), workers);
}
