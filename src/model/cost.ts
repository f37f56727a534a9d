import type {CloudProvider, PriceRow} from "../schema/cloud.ts";
import {closedReason, costFeasibility} from "./costFeasibility.ts";
import {type CostFacts, costMeter, type Meter} from "./costMeter.ts";
import type {MeterRef, Offer} from "./costOffer.ts";
import {costPay, type Priced} from "./costPay.ts";
import {costQuantity} from "./costQuantity.ts";
import {costSize} from "./costSize.ts";
import {costTimed} from "./costTimed.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** What an offer costs for one job and in a month. Money in US dollars, times in seconds; null where it cannot be told. */
export interface CostAnswer {
  readonly provider: CloudProvider;
  readonly service: string;
  readonly usd: number | null;
  readonly seconds: number | null;
  readonly feasible: boolean;
  /** The limit that excludes it. */
  readonly reason: string | null;
  /** Sum to `usd`. */
  readonly parts: Readonly<Record<string, number>>;
  /** The oldest date among its prices. */
  readonly asOf: string | null;
  readonly assumptions: readonly string[];
  readonly monthUsd: number | null;
  readonly perMillionUsd: number | null;
  /** The price rows that it rests on. */
  readonly prices: readonly PriceRow[];
}

const withoutPrice = (offer: Offer, reason: string, assumptions: readonly string[] = []): CostAnswer => ({
  ...{provider: offer.provider, service: offer.service, usd: null, seconds: null, feasible: false, reason},
  ...{parts: {}, asOf: null, assumptions, monthUsd: null, perMillionUsd: null, prices: []}
});

/** The cost of a job with an offer: limits first, then what is billed, as it is billed. */
export function cost(offer: Offer, workload: CostWorkload, facts: CostFacts): CostAnswer {
  const sized = costSize(offer, workload, facts);
  if ("reason" in sized) return withoutPrice(offer, closedReason(offer, facts) ?? sized.reason);
  const {size} = sized;
  const {reason, slots, pieces, notes} = costFeasibility(offer, size, workload, facts);
  const wanted = offer.meters.filter(({by}) => isUsed(by, workload));
  const priced = wanted.flatMap((ref): Priced[] => {
    const meter = costMeter(facts, offer.provider, ref);
    return meter ? [{ref, meter}] : [];
  });
  if (priced.length < wanted.length || (wanted.length === 0 && offer.size.kind !== "own"))
    return withoutPrice(offer, reason ?? "no price of it is recorded for this region or architecture");

  const timedRow = priced.find(({meter}) => meter.bands[0]!.billing_increment_seconds !== null)?.meter.bands[0];
  const time = costTimed(offer, workload, facts, {
    ...{size, slots, pieces},
    increment: timedRow?.billing_increment_seconds ?? null,
    minimum: timedRow?.minimum_duration_seconds ?? null
  });
  const assumptions = [
    ...(size.note ? [size.note] : []),
    ...notes,
    ...time.notes,
    ...(offer.notes ?? []),
    ...priced.flatMap(({ref, meter}) => beyondBands(meter, costQuantity(ref.by, meter.bands[0]!.unit, time.usage)))
  ];
  const {usage} = time;
  const job = costPay(offer, workload, facts, {priced, usage, runs: null});
  if (!Number.isFinite(job.usd) || !Number.isFinite(time.seconds))
    return withoutPrice(
      offer,
      "a task of this length will hardly ever run through without an interruption",
      assumptions
    );
  const late = workload.deadlineHours !== null && time.seconds > workload.deadlineHours * 3600;
  const why =
    reason ??
    (late ? `it takes ${(time.seconds / 3600).toPrecision(3)} h, the deadline is ${workload.deadlineHours} h` : null);
  const month = costPay(offer, workload, facts, {priced, usage, runs: workload.runsAMonth});
  const rows = priced.flatMap(({meter}) => [
    ...meter.bands,
    ...(workload.freeTier && meter.freeRow ? [meter.freeRow] : [])
  ]);
  const prices = [...new Set(rows)];
  return {
    provider: offer.provider,
    service: offer.service,
    usd: job.usd,
    seconds: time.seconds,
    feasible: why === null,
    reason: why,
    parts: job.parts,
    asOf: prices.map(({as_of}) => as_of).toSorted()[0] ?? null,
    assumptions,
    monthUsd: month.usd,
    perMillionUsd: (job.usd / workload.tasks) * 1e6,
    prices
  };
}

const isUsed = (by: MeterRef["by"], {egressGib, cluster}: CostWorkload) =>
  by === "egress" ? egressGib > 0 : by === "cluster" ? cluster === "own" : true;

const beyondBands = ({bands}: Meter, quantity: number): string[] => {
  const end = bands.at(-1)!.tier_to;
  return end !== null && quantity > end
    ? [`above ${end} ${bands[0]!.unit} a month no price is recorded: the last one goes on`]
    : [];
};
