import type {Kind} from "../schema/sample.ts";
import {callsDirectly, chunkPlan, chunkSizes} from "./chunkPlan.ts";
import type {Fit, Form, Parameters} from "./fit.ts";
import {importRounds} from "./importRounds.ts";
import {makespan} from "./makespan.ts";
import {isSerial, storesAbove, usableCores} from "./toolTraits.ts";
import {unevenLongest} from "./unevenLongest.ts";

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
  /** What the task's own modules take to import in a worker that has not done so yet, seconds; none where left out. */
  readonly importSeconds?: number;
  /** The tasks' lengths relative to their mean, where they are known; otherwise `cv` says how they vary. */
  readonly lengths?: readonly number[] | undefined;
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
  const {chunks, longestChunks, longestItems} = plan;
  const itemCost = longestItems * p.item;
  // Workers beyond the cores import one after the other; whoever waits, too, computes while it imports.
  const importing = (call.importSeconds ?? 0) * importRounds(fit, workers, cores);
  const chunkCost = longestChunks * p.workerChunk + importing;
  const longest =
    call.lengths && workers > 1
      ? makespan(call.lengths, workers, {chunk: chunkSizes(fit, tasks, busy + p.item, workers, chunk)}) * busy
      : cv > 0 && workers > 1
        ? unevenLongest(plan, tasks, workers, cv).items * busy
        : longestItems * busy;
  // More workers than cores compute no faster than the cores do.
  const computeBound = waiting ? 0 : (tasks * (busy + p.item)) / atOnce;
  const work = Math.max(longest + itemCost, computeBound) + chunkCost;
  const ideal = (tasks * busy) / (waiting ? Math.min(workers, tasks) : atOnce);
  const stored = [payloadIn, payloadOut].filter((bytes) => bytes > storesAbove(fit)).length;
  // Both ends compute while bytes move: beside tasks on every core nothing of it is hidden.
  const data = tasks * (payloadIn * p.byteIn + payloadOut * p.byteOut + stored * p.stored);
  const dispatch = chunks * p.chunk;

  let parts: CallParts;
  if (form === "additive") {
    const overhead = dispatch + chunkCost + Math.min(itemCost, work - chunkCost);
    const compute = Math.min(ideal, work - chunkCost - Math.min(itemCost, work - chunkCost));
    parts = {call: p.call, dispatch: overhead, compute, data, idle: Math.max(0, work + dispatch - overhead - compute)};
  } else {
    const own = chunks * (p.chunk + p.workerChunk) + tasks * p.item + (waiting ? 0 : tasks * busy);
    const share = form === "overlap" ? 0 : own / cores + importing * (Math.min(workers, cores) / cores);
    if (form === "partial" && Math.max(work, dispatch) + p.apart * Math.min(work, dispatch) >= share) {
      // The longer of the two is seen whole, of the shorter a share.
      const [seen, sent] = work >= dispatch ? [1, p.apart] : [p.apart, 1];
      const overhead = seen * (chunkCost + Math.min(itemCost, work - chunkCost)) + sent * dispatch;
      const compute = Math.min(seen * ideal, seen * (work - chunkCost - Math.min(itemCost, work - chunkCost)));
      const idle = Math.max(0, seen * work + sent * dispatch - overhead - compute);
      parts = {call: p.call, dispatch: overhead, compute, data, idle};
    } else if (work >= dispatch && work >= share) {
      const overhead = chunkCost + Math.min(itemCost, work - chunkCost);
      const compute = Math.min(ideal, work - overhead);
      parts = {call: p.call, dispatch: overhead, compute, data, idle: Math.max(0, work - overhead - compute)};
    } else if (dispatch >= share) {
      parts = {call: p.call, dispatch, compute: 0, data, idle: 0};
    } else {
      const compute = waiting ? 0 : (tasks * busy) / cores;
      parts = {call: p.call, dispatch: share - compute, compute, data, idle: 0};
    }
  }
  if (p.poll > 0 && !callsDirectly(fit, workers))
    parts = {...parts, idle: parts.idle + lateSeconds(totalSeconds(parts), p.poll)};
  return parts;
}

/**
 * How long a result that is there after so many seconds lies before somebody looks, at fixed times: until the first of them
 * when it comes well before, half an interval on average later on.
 */
function lateSeconds(seconds: number, poll: number): number {
  const [early, late] = [0.8 * poll, 1.2 * poll];
  if (seconds <= early) return poll - seconds;
  if (seconds >= late) return poll / 2;
  const share = (seconds - early) / (late - early);
  return (1 - share) * (poll - early) + share * (poll / 2);
}

/** The sum of a call's parts, seconds. */
export const totalSeconds = ({call, dispatch, compute, data, idle}: CallParts): number =>
  call + dispatch + compute + data + idle;
