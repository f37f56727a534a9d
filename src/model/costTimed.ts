import {formatSeconds} from "../schema/formatUnit.ts";
import {costLives} from "./costLives.ts";
import {type CostFacts, findLimit, limitNumber} from "./costMeter.ts";
import type {Offer} from "./costOffer.ts";
import type {Usage} from "./costQuantity.ts";
import type {Size} from "./costSize.ts";
import type {CostWorkload} from "./costWorkload.ts";
import {finishSeconds} from "./finishSeconds.ts";
import {interruptedSeconds} from "./interruptedSeconds.ts";

/** What a job uses, when it is done, and what was assumed of start-up and interruptions. */
export interface Timed {
  readonly usage: Usage;
  readonly seconds: number;
  readonly notes: readonly string[];
}

/** What the limits have left of the work, and how time is rounded. */
export interface TimedInput {
  readonly size: Size;
  readonly slots: number;
  readonly pieces: number;
  readonly increment: number | null;
  readonly minimum: number | null;
}

/** What is billed, and when the job is done. */
export function costTimed(
  offer: Offer,
  workload: CostWorkload,
  facts: CostFacts,
  {size, slots, pieces, increment, minimum}: TimedInput
): Timed {
  const {tasks, steps, egressGib, interruptionsAnHour} = workload;
  const {provider, life, spot = false, launch} = offer;
  const notes: string[] = [];
  const known = (ref: NonNullable<Offer["start"]>) => limitNumber(findLimit(facts, provider, ref));
  const typical = workload.startup === "typical";
  const start = typical && offer.start ? known(offer.start) : 0;
  if (typical && offer.start) notes.push(`start-up of ${formatSeconds(start)}: ${offer.start.limit}`);
  else if (typical && offer.size.kind !== "own" && life !== "steps")
    notes.push("no start-up time is recorded: none is counted");
  if (workload.freeTier) notes.push("free allowances are counted as if nothing else used them");
  const rerun = (seconds: number) => (spot ? interruptedSeconds(seconds, interruptionsAnHour) : seconds);
  if (spot) notes.push(interruptionsAnHour > 0 ? "an interrupted task begins anew" : "no interruption is counted");

  const packing = life === "pool" || life === "steps" ? 1 : Math.min(workload.packing, tasks);
  const pieceSeconds = workload.seconds / pieces;
  // A container that is interrupted begins all of its tasks anew.
  const taskSeconds = rerun(pieceSeconds * packing) / packing;
  const lives = costLives({
    ...{life, tasks: tasks * pieces, taskSeconds, packing, concurrency: slots, sideBySide: size.sideBySide},
    startSeconds: offer.startBilled ? start : 0,
    increment,
    minimum
  });
  const pooled = life === "pool";
  const rate = offer.stepRate
    ? known(offer.stepRate) / steps
    : launch
      ? known(launch.rate) / launch.rateSeconds
      : Infinity;
  const sides = pooled ? size.sideBySide : 1;
  const workers = pooled ? Math.ceil(slots / sides) * sides : slots;
  const seconds = finishSeconds({
    life,
    units: pooled ? tasks * pieces : lives.units,
    unitSeconds: taskSeconds * packing,
    slots: workers,
    startSeconds: start,
    burst: offer.stepRate ? known(offer.stepRate) / steps : launch ? known(launch.burst) : Infinity,
    rate
  });
  const usage: Usage = {
    billed: lives.billed,
    vcpu: size.vcpu,
    memoryGib: size.memoryGib ?? 0,
    calls: lives.units,
    steps: tasks * steps,
    tasks,
    clusterSeconds: seconds,
    egressGib
  };
  return {usage, seconds, notes};
}
