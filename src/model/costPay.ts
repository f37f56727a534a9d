import {type CostFacts, costMeter, type Meter} from "./costMeter.ts";
import type {MeterRef, Offer} from "./costOffer.ts";
import {costQuantity, type Usage} from "./costQuantity.ts";
import type {CostWorkload} from "./costWorkload.ts";
import {ownMachineUsd} from "./ownMachineUsd.ts";
import {tieredUsd} from "./tieredUsd.ts";

/** Hours of a month, on average: a year's by twelve. */
const monthHours = 730;

/** A price of an offer with its bands. */
export interface Priced {
  readonly ref: MeterRef;
  readonly meter: Meter;
}

/** Dollars, in all and by part. */
export interface Paid {
  readonly usd: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** Dollars for one job (`runs` null), or for so many runs in one month with all that stands through it. */
export function costPay(
  offer: Offer,
  workload: CostWorkload,
  facts: CostFacts,
  {priced, usage, runs}: {readonly priced: readonly Priced[]; readonly usage: Usage; readonly runs: number | null}
): Paid {
  const parts: Record<string, number> = {};
  const add = (part: string, usd: number) => (parts[part] = (parts[part] ?? 0) + usd);
  const quantityOf = ({ref, meter}: Priced) => {
    const unit = meter.bands[0]!.unit;
    // A cluster of one's own stands all month.
    if (ref.by === "cluster" && runs !== null)
      return costQuantity(ref.by, unit, {...usage, clusterSeconds: monthHours * 3600});
    return costQuantity(ref.by, unit, usage) * (runs ?? 1);
  };
  for (const one of priced) add(one.ref.part, tieredUsd(one.meter, quantityOf(one), workload.freeTier));
  if (offer.size.kind === "own") {
    const {power, purchase} = ownMachineUsd(workload, (usage.billed * (runs ?? 1)) / 3600);
    add("power", power);
    add("purchase", purchase);
  }
  if (offer.warm && runs !== null) add("idle", idleUsd(offer, offer.warm, workload, facts, usage));
  const sum = () => Object.values(parts).reduce((total, part) => total + part, 0);
  if (offer.credit && workload.freeTier) {
    const {of, ref} = offer.credit;
    const given = costMeter(facts, offer.provider, {...ref, part: "usage", by: "call"});
    // The price row tells the credit in words: "USD 30 of credit a month".
    const credit = Number(/USD (\d+)/.exec(given?.bands[0]?.free_tier ?? "")?.[1] ?? 0);
    add("credit", -Math.min(credit, of === "all" ? sum() : (parts[of] ?? 0)));
  }
  return {usd: sum(), parts};
}

/** Instances that stand ready all month. */
function idleUsd(
  {provider}: Offer,
  {meters, always}: NonNullable<Offer["warm"]>,
  {warmInstances}: CostWorkload,
  facts: CostFacts,
  usage: Usage
): number {
  const billed = Math.max(always, warmInstances) * monthHours * 3600;
  return meters.reduce((usd, ref) => {
    const meter = costMeter(facts, provider, ref);
    return meter ? usd + tieredUsd(meter, costQuantity(ref.by, meter.bands[0]!.unit, {...usage, billed}), false) : usd;
  }, 0);
}
