import {cost, type CostAnswer} from "./cost.ts";
import type {CostFacts} from "./costMeter.ts";
import type {Offer} from "./costOffer.ts";
import {costOffers} from "./costOffers.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** Every offer's answer: what can be done first, the cheapest before the dearer; then what the limits exclude. */
export function costAll(
  workload: CostWorkload,
  facts: CostFacts,
  offers: readonly Offer[] = costOffers
): readonly CostAnswer[] {
  const price = ({usd}: CostAnswer) => usd ?? Infinity;
  return offers
    .map((offer) => cost(offer, workload, facts))
    .toSorted((a, b) => Number(b.feasible) - Number(a.feasible) || (price(a) === price(b) ? 0 : price(a) - price(b)));
}
