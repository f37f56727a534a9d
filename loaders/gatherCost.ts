import type {CostAnswer} from "../src/model/cost.ts";
import {costAll} from "../src/model/costAll.ts";
import {costCurves} from "../src/model/costCurves.ts";
import {defaultCostWorkload} from "../src/model/costFields.ts";
import {costOffers} from "../src/model/costOffers.ts";
import type {CostWorkload} from "../src/model/costWorkload.ts";
import {formatUsd} from "../src/model/formatUsd.ts";
import {readCloud} from "./readCloud.ts";
import type {Views} from "./gatherViews.ts";

/** Jobs that the chapter speaks of: what differs from the first one. */
const jobs: Readonly<Record<string, Partial<CostWorkload>>> = {
  short: {tasks: 1_000_000, seconds: 0.1},
  packed: {tasks: 1_000_000, seconds: 0.1, packing: 10_000},
  long: {tasks: 10_000, seconds: 30}
};

const steps = new Set(costOffers.filter(({life}) => life === "steps").map(({service}) => service));

/**
 * What the cost chapter shows before any script: every offer for the first job (`cost`: work; `costSteps`: orchestrators),
 * the curves, and some other jobs by name (`costJobs`).
 */
export async function gatherCost(): Promise<Views> {
  const facts = await readCloud();
  const names = new Map(facts.offers.map(({service, name}) => [service, name]));
  const row = ({
    service,
    provider,
    feasible,
    reason,
    usd,
    perMillionUsd,
    monthUsd,
    seconds,
    asOf,
    prices
  }: CostAnswer) => ({
    service,
    name: names.get(service) ?? service,
    provider,
    feasible,
    usd,
    seconds,
    usd_text: usd === null ? null : formatUsd(usd),
    per_million_usd_text: perMillionUsd === null ? null : formatUsd(perMillionUsd),
    month_usd_text: monthUsd === null ? null : formatUsd(monthUsd),
    reason,
    prices_of: asOf,
    source_url: prices.find(({as_of}) => as_of === asOf)?.source_url ?? null
  });
  const all = costAll(defaultCostWorkload, facts);
  const ask = (work: CostWorkload) => costAll(work, facts).filter(({service}) => !steps.has(service));
  return {
    cost: all.filter(({service}) => !steps.has(service)).map(row),
    costSteps: all.filter(({service}) => steps.has(service)).map(row),
    costCurves: costCurves(defaultCostWorkload, "seconds", ask).map((point) => ({
      ...point,
      name: names.get(point.service) ?? point.service
    })),
    costJobs: Object.entries(jobs).flatMap(([job, work]) =>
      costAll({...defaultCostWorkload, ...work}, facts).map((answer) => ({job, ...row(answer)}))
    ),
    costCounts: [
      {
        offers: facts.offers.length,
        prices: facts.prices.length,
        limits: facts.limits.length,
        counted_in: "the files data/cloud_*.csv"
      }
    ]
  };
}
