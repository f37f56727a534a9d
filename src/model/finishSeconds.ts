import type {Life} from "./costOffer.ts";

/** What decides when a job is done. Times in seconds; rates a second, Infinity where none is known. */
export interface FinishInput {
  readonly life: Life;
  /** Calls, containers, or tasks of a pool. */
  readonly units: number;
  readonly unitSeconds: number;
  readonly slots: number;
  readonly startSeconds: number;
  /** Slots that may start at once, and how many more each second. */
  readonly burst: number;
  readonly rate: number;
}

/**
 * Seconds until a job is done: start-up, ramp-up and rounds. Fresh containers each wait for a free slot and for their launch;
 * kept environments and workers are launched once, and work while others still start (computed as a flow, never below whole
 * rounds). Never falls as units or their length rise.
 */
export function finishSeconds({life, units, unitSeconds, slots, startSeconds, burst, rate}: FinishInput): number {
  const used = Math.min(slots, units);
  const rounds = Math.ceil(units / used) * unitSeconds;
  const launched = (count: number) => (count <= burst || rate === Infinity ? 0 : (count - burst) / rate);
  if (life === "containers" || life === "steps") {
    const turns = Math.ceil(units / used) - 1;
    const first = units - turns * used;
    // A fresh container starts inside its slot, each time anew.
    const turn = unitSeconds + startSeconds;
    return turn + Math.max(launched(units), launched(first) + turns * turn);
  }
  const ramp = launched(used);
  if (ramp === 0) return startSeconds + rounds;
  const work = units * unitSeconds;
  const start = Math.min(burst, used);
  const duringRamp = start * ramp + (rate * ramp * ramp) / 2;
  const flow =
    work <= duringRamp
      ? (Math.sqrt(start * start + 2 * rate * work) - start) / rate
      : ramp + (work - duringRamp) / used;
  return startSeconds + Math.min(ramp + rounds, Math.max(rounds, flow));
}
