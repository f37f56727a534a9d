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

const grown = new Map<string, ChunkPlan>();

/** The plan of batches that grow. Their sizes depend on a task's length by its first digits only, so plans are kept. */
function growingChunks(tasks: number, itemSeconds: number, workers: number): ChunkPlan {
  const rounded = itemSeconds.toPrecision(2);
  const key = `${tasks} ${rounded} ${workers}`;
  let plan = grown.get(key);
  if (!plan) {
    if (grown.size >= 4096) grown.clear();
    plan = playBatches(tasks, Number(rounded), workers);
    grown.set(key, plan);
  }
  return plan;
}

/** What the longest worker gets of batches that grow: each goes to whoever is free first. */
function playBatches(tasks: number, itemSeconds: number, workers: number): ChunkPlan {
  const {sizes, size, left} = growingBatches(tasks, itemSeconds, workers);
  if (left > 0) {
    // The last round is cut into small pieces, which even the workers out.
    const chunks = sizes.length + Math.ceil(left / size);
    const longestItems = Math.min(tasks, Math.ceil(tasks / workers) + Math.ceil(size / 20));
    return {chunks, size, longestChunks: Math.ceil(chunks / workers), longestItems};
  }
  const items = new Array<number>(Math.min(workers, sizes.length)).fill(0);
  const chunks = new Array<number>(items.length).fill(0);
  for (const batch of sizes) {
    let least = 0;
    for (let worker = 1; worker < items.length; worker += 1) if (items[worker]! < items[least]!) least = worker;
    items[least]! += batch;
    chunks[least]! += 1;
  }
  const longestItems = Math.max(...items);
  const longestChunks = chunks[items.indexOf(longestItems)]!;
  return {chunks: sizes.length, size: Math.max(...sizes), longestChunks, longestItems};
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
  const batches = growingBatches(tasks, itemSeconds, workers);
  return [...batches.sizes, ...evenSizes(batches.left, batches.size)];
}
