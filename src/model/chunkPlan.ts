import type {Fit} from "./fit.ts";
import {growingBatches} from "./growingBatches.ts";
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

/** What the longest worker gets of batches that grow: of each size as many as anybody. */
function growingChunks(tasks: number, itemSeconds: number, workers: number): ChunkPlan {
  let [chunks, size, longestChunks, longestItems] = [0, 1, 0, 0];
  for (const run of growingBatches(tasks, itemSeconds, workers)) {
    const each = Math.ceil(run.batches / workers);
    chunks += run.batches;
    size = Math.max(size, run.size);
    longestChunks += each;
    longestItems += each * run.size;
  }
  return {chunks, size, longestChunks, longestItems: Math.min(tasks, longestItems)};
}

/** With one worker joblib runs everything in the caller: no batches, no looking for results. */
export const callsDirectly = ({tool}: Pick<Fit, "tool">, workers: number): boolean =>
  tool === "joblib" && workers === 1;

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
  if (callsDirectly(fit, workers)) return evenChunks(tasks, tasks, 1);
  const asked = takesChunks(fit) ? chunk : null;
  const size = asked ?? defaultChunk(fit, tasks, workers);
  if (size !== null) return evenChunks(tasks, Math.min(size, tasks), workers);
  return growingChunks(tasks, itemSeconds, workers);
}

const evenSizes = (tasks: number, size: number): readonly number[] =>
  Array.from({length: Math.ceil(tasks / size)}, (_, i) => Math.min(size, tasks - i * size));

/** The sizes of all chunks in their order, as this tool cuts n items: what `makespan` takes. */
export function chunkSizes(
  fit: Pick<Fit, "tool" | "variant" | "pythonBuild">,
  tasks: number,
  itemSeconds: number,
  workers: number,
  chunk: number | null
): readonly number[] {
  if (callsDirectly(fit, workers)) return [tasks];
  const size = runsInCaller(fit) ? 1 : ((takesChunks(fit) ? chunk : null) ?? defaultChunk(fit, tasks, workers));
  if (size !== null) return evenSizes(tasks, size);
  return growingBatches(tasks, itemSeconds, workers).flatMap((run) => new Array<number>(run.batches).fill(run.size));
}
