import {formatSeconds, formatUnit} from "../schema/formatUnit.ts";
import type {LimitRow} from "../schema/cloud.ts";
import {type CostFacts, findLimit, limitNumber} from "./costMeter.ts";
import type {LimitRef, Offer} from "./costOffer.ts";
import type {Size} from "./costSize.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** What the limits leave of the work: why not (null: it can be done), how many at once, and what to know. */
export interface Feasibility {
  readonly reason: string | null;
  /** Tasks at once. */
  readonly slots: number;
  /** Into how many parts a task has to be cut to be priced at all; 1 where it fits. */
  readonly pieces: number;
  readonly notes: readonly string[];
}

const count = (value: number) => formatUnit(value, "1", 9);
const named = ({limit, kind}: LimitRow) => `${limit}${kind === "quota" ? " of a first account" : ""}`;

/** Why an offer cannot be had or priced, whatever the work; null where it can. */
export function closedReason({closed, provider}: Offer, facts: CostFacts): string | null {
  if (closed === undefined) return null;
  return typeof closed === "string" ? closed : findLimit(facts, provider, closed).value;
}

/** The limits of an offer against the work: run time, payload, fan-out, what may run at once, platform; prices come later. */
export function costFeasibility(offer: Offer, size: Size, workload: CostWorkload, facts: CostFacts): Feasibility {
  const limit = (ref: LimitRef) => findLimit(facts, offer.provider, ref);
  const {tasks, seconds, payloadBytes, platform, quotas} = workload;
  const reasons: string[] = [];
  const notes: string[] = [];

  const closed = closedReason(offer, facts);
  if (closed !== null) reasons.push(closed);
  if (offer.spot && workload.spot === "avoided") reasons.push("it may be taken away: Spot is avoided, as you asked");
  if (platform === "windows" && offer.size.kind !== "own")
    reasons.push(offer.linuxOnly ?? "only its prices for Linux are recorded; it may run Windows at others");

  const packing = offer.life === "pool" || offer.life === "steps" ? 1 : Math.min(workload.packing, tasks);
  const unit = seconds * packing;
  let pieces = 1;
  if (offer.runTime) {
    const row = limit(offer.runTime);
    const most = limitNumber(row);
    if (unit > most && packing > 1 && seconds <= most)
      reasons.push(
        `${count(packing)} tasks take ${formatSeconds(unit)}; ${row.limit}: ${formatSeconds(most)}; pack ${count(Math.floor(most / seconds))} at most`
      );
    else if (unit > most) {
      pieces = Math.ceil(seconds / most - 1e-9);
      reasons.push(
        `a task takes ${formatSeconds(seconds)}; ${row.limit}: ${formatSeconds(most)}. The price is for tasks cut into ${pieces}`
      );
    }
  }
  if (offer.runTimeDefault) {
    const row = limit(offer.runTimeDefault);
    if (unit > limitNumber(row)) notes.push(`${row.limit}: ${formatSeconds(limitNumber(row))}, to be raised`);
  }
  if (offer.payload) {
    const row = limit(offer.payload);
    if (payloadBytes > limitNumber(row))
      reasons.push(
        `a task is sent ${formatUnit(payloadBytes, "byte")}; ${row.limit}: ${row.value} ${row.unit ?? ""}`.trimEnd()
      );
  }
  if (offer.fanOut) {
    const most = limitNumber(limit(offer.fanOut));
    const units = Math.ceil(tasks / packing);
    if (units > most)
      notes.push(`${limit(offer.fanOut).limit}: ${count(most)}, so ${count(Math.ceil(units / most))} jobs`);
  }

  let slots = workload.concurrency;
  const cap = (row: LimitRow, most: number) => {
    if (most >= slots || (quotas === "raised" && row.kind !== "hard")) return;
    if (most < 1)
      return void reasons.push(`a task needs ${size.vcpu} vCPU; ${named(row)}: ${row.value} ${row.unit ?? ""}`);
    notes.push(`${count(most)} tasks at once, not ${count(workload.concurrency)}: ${named(row)}`);
    slots = most;
  };
  for (const ref of offer.atOnce ?? []) cap(limit(ref), limitNumber(limit(ref)));
  if (offer.vcpuQuota) {
    const row = limit(offer.vcpuQuota);
    cap(row, Math.floor(limitNumber(row) / size.vcpu + 1e-9) * size.sideBySide);
  }
  if (offer.service === "own-machine") slots = Math.min(slots, size.sideBySide);
  return {reason: reasons[0] ?? null, slots, pieces, notes};
}
