import type {Kind} from "../schema/sample.ts";
import {chunkPlan} from "./chunkPlan.ts";
import type {Fit, Form, Parameters} from "./fit.ts";
import {isSerial, usableCores} from "./toolTraits.ts";

/** The work of one warm call. Sizes in bytes a task. */
export interface Call {
  readonly tasks: number;
  readonly seconds: number;
  readonly cv: number;
  readonly kind: Kind;
  readonly workers: number;
  readonly cores: number;
  readonly chunk: number | null;
  readonly payloadIn: number;
  readonly payloadOut: number;
}

/** What each cause adds to the critical path of a warm call, seconds. */
export interface CallParts {
  readonly call: number;
  readonly dispatch: number;
  readonly compute: number;
  readonly data: number;
  readonly idle: number;
}

export type Timed = Pick<Fit, "tool" | "variant" | "pythonBuild">;

/** η at so many workers at once, from η(2): every doubling costs the same share. 1 for one worker, and for waiting. */
export function efficiencyAt(efficiency: number, atOnce: number): number {
  return atOnce <= 1 ? 1 : efficiency ** Math.log2(atOnce);
}

/**
 * Extra length of the longest worker when task lengths vary: the mean-field bound of list scheduling,
 * (1 − 1/P)·chunk·cv/√c·√(2 ln U). Zero when they do not vary or nobody shares the work.
 */
function stragglerSeconds(chunkSeconds: number, size: number, chunks: number, cv: number, workers: number): number {
  const among = Math.min(chunks, 8 * workers);
  if (cv === 0 || among < 2 || workers < 2) return 0;
  return (1 - 1 / workers) * chunkSeconds * (cv / Math.sqrt(size)) * Math.sqrt(2 * Math.log(among));
}

/**
 * Seconds of one warm call of independent tasks, by a form and its parameters (design of the forms: additive is
 * work + dispatch; overlap is max(work, dispatch); shared cores is max(work, dispatch, CPU/cores)), in parts that sum to it.
 */
export function runSeconds(fit: Timed, form: Form, p: Parameters, call: Call): CallParts {
  const {tasks, seconds, cv, kind, chunk, payloadIn, payloadOut} = call;
  const waiting = kind === "waiting";
  const cores = usableCores(fit, kind, call.cores);
  if (form === "vectorised") {
    // One thread over all tasks: p.item is the length of the loop round the array operations, in tasks.
    return {call: p.call, dispatch: seconds * p.item, compute: (tasks * seconds) / p.efficiency, data: 0, idle: 0};
  }
  // Coroutines share their waiting; whatever computes in the caller is one after the other.
  const workers =
    isSerial(fit) || (cores === 1 && !waiting && fit.tool === "asyncio" && fit.variant === "default")
      ? 1
      : call.workers;
  const atOnce = Math.min(workers, cores);
  const eta = waiting || cores === 1 ? 1 : efficiencyAt(p.efficiency, atOnce);
  const busy = seconds / eta;
  const plan = chunkPlan(fit, tasks, busy + p.item, workers, chunk);
  const {chunks, size, longestChunks, longestItems} = plan;
  const straggler = stragglerSeconds(size * busy, size, chunks, cv, workers);
  const itemCost = longestItems * p.item;
  const chunkCost = longestChunks * p.workerChunk;
  const longest = longestItems * busy + straggler;
  // More workers than cores compute no faster than the cores do.
  const computeBound = waiting ? 0 : (tasks * (busy + p.item)) / atOnce;
  const work = Math.max(longest + itemCost, computeBound) + chunkCost;
  const ideal = (tasks * busy) / (waiting ? Math.min(workers, tasks) : atOnce);
  const data = tasks * (payloadIn * p.byteIn + payloadOut * p.byteOut);
  const dispatch = chunks * p.chunk;

  let parts: CallParts;
  if (form === "additive") {
    const overhead = dispatch + chunkCost + Math.min(itemCost, work - chunkCost);
    const compute = Math.min(ideal, work - chunkCost - Math.min(itemCost, work - chunkCost));
    parts = {call: p.call, dispatch: overhead, compute, data, idle: Math.max(0, work + dispatch - overhead - compute)};
  } else {
    const share = form === "shared-cores" ? atOnceCpu() : 0;
    if (work >= dispatch + data && work >= share) {
      const overhead = chunkCost + Math.min(itemCost, work - chunkCost);
      const compute = Math.min(ideal, work - overhead);
      parts = {call: p.call, dispatch: overhead, compute, data: 0, idle: Math.max(0, work - overhead - compute)};
    } else if (dispatch + data >= share) {
      parts = {call: p.call, dispatch, compute: 0, data, idle: 0};
    } else {
      const own = waiting ? 0 : (tasks * busy) / cores;
      const moved = data / cores;
      parts = {call: p.call, dispatch: share - own - moved, compute: own, data: moved, idle: 0};
    }
  }
  if (p.poll > 0) {
    // Results are looked for at fixed times: at the first of them at the earliest, later on half an interval late on average.
    const sum = parts.call + parts.dispatch + parts.compute + parts.data + parts.idle;
    const late = sum < p.poll ? p.poll - sum / 2 : p.poll / 2;
    parts = {...parts, idle: parts.idle + late};
  }
  return parts;

  function atOnceCpu(): number {
    return (chunks * (p.chunk + p.workerChunk) + tasks * p.item + data + (waiting ? 0 : tasks * busy)) / cores;
  }
}

/** The sum of a call's parts, seconds. */
export const totalSeconds = ({call, dispatch, compute, data, idle}: CallParts): number =>
  call + dispatch + compute + data + idle;
