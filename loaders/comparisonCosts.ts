import {costAll} from "../src/model/costAll.ts";
import {defaultCostWorkload} from "../src/model/costFields.ts";
import {costOffers} from "../src/model/costOffers.ts";
import {formatUsd} from "../src/model/formatUsd.ts";
import type {RatingFacts} from "../src/model/ratingFacts.ts";
import type {RatingData} from "../src/model/ratingData.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";
import {comparisonCell} from "../src/components/comparisonCell.ts";
import {sevenRatings} from "../src/model/ratingKnown.ts";
import type {Views} from "./gatherViews.ts";
import type {CloudFacts} from "./readCloud.ts";

/** A month's work at three scales: tasks of a minute on one vCPU. */
const seconds = 60;
export const costScales = {small: 1000, medium: 100_000, large: 10_000_000} as const;
type Scale = keyof typeof costScales;
const scales = Object.keys(costScales) as Scale[];

/** How a scale is told: `1,000 tasks of 1 min`. */
export const scaleText = (scale: Scale): string =>
  `${formatUnit(costScales[scale], "1")} tasks of ${formatSeconds(seconds)}`;

const steps = new Set(costOffers.filter(({life}) => life === "steps").map(({service}) => service));

/** What a month costs with each service: its cheapest offer that can do the work, at each scale; the reader's own machine first. */
export function costRowsByScale(facts: CloudFacts, data: RatingData): Views[string] {
  const answers = Object.fromEntries(
    scales.map((scale) => [
      scale,
      costAll({...defaultCostWorkload, tasks: costScales[scale], seconds, quotas: "raised"}, facts)
    ])
  ) as unknown as Readonly<Record<Scale, ReturnType<typeof costAll>>>;
  const cheapest = (scale: Scale, services: readonly string[]) => {
    const own = answers[scale].filter(({service}) => services.includes(service));
    const can = own.filter(({feasible, usd}) => feasible && usd !== null).toSorted((a, b) => a.usd! - b.usd!);
    const [best] = can;
    if (best) return {text: formatUsd(best.usd!), offer: best.service, asOf: best.asOf};
    return {text: own[0]?.reason ? `left out: ${own[0].reason}` : "no offer is priced", offer: "", asOf: null};
  };
  const row = (name: string, services: readonly string[], note: string) => {
    const found = scales.map((scale) => [scale, cheapest(scale, services)] as const);
    const offer = found.find(([, {offer}]) => offer !== "")?.[1].offer ?? "";
    return {
      name,
      ...Object.fromEntries(found.map(([scale, {text}]) => [scale, text])),
      offer: facts.offers.find(({service}) => service === offer)?.name ?? "",
      prices_of: found.find(([, {asOf}]) => asOf !== null)?.[1].asOf ?? "your figures",
      note: note || (/spot/i.test(offer) ? "capacity that may be taken away" : "")
    };
  };
  return [
    row(
      "your own machine, with any tool that is installed",
      ["own-machine"],
      "electricity and purchase, by the examples of the cost page"
    ),
    ...data.tools
      .filter(({league}) => league === "services")
      .map(({slug, name}) => {
        const services = facts.offers.filter(({tool}) => tool === slug).map(({service}) => service);
        const onlySteps = services.length > 0 && services.every((service) => steps.has(service));
        return row(name, services, onlySteps ? "steps only; the work comes on top" : "");
      })
  ];
}

/** What it takes to begin with each tool and to keep it: what is started, installed and written, and two ratings. */
export function effortCostRows(
  facts: readonly RatingFacts[],
  data: RatingData,
  sketches: Views[string]
): Views[string] {
  return data.tools.map((tool) => {
    const {
      services = null,
      distributions = null,
      effort = null
    } = facts.find((one) => one.tool.slug === tool.slug) ?? {};
    const sketch = sketches.find((row) => row.tool === tool.slug);
    const ratings = sevenRatings(tool, data.criteria);
    const set_up = tool.league === "services" ? sketchText(sketch) : installText(services, tool.requirements);
    return {
      slug: tool.slug,
      name: tool.name,
      group: tool.group,
      set_up,
      distributions,
      lines: effort?.lines ?? null,
      learning_curve: comparisonCell(ratings.learning_curve),
      overview: comparisonCell(ratings.overview)
    };
  });
}

const counted = (count: unknown, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** What the sketch of a service asks the cloud for. */
function sketchText(sketch: Views[string][number] | undefined): string {
  if (!sketch) return "not sketched";
  if (sketch.resources === 0) return "commands of its own tool; nothing else to make";
  return `${counted(sketch.resources, "thing", "things")} to make, ${counted(sketch.identities, "role or account", "roles or accounts")}`;
}

/** What is installed and started. */
function installText(services: string | null, requirements: string): string {
  if (services === null) return "not run here";
  const install = requirements.endsWith("PSF-2.0") ? "nothing: it comes with Python" : "install it";
  return services === "none" ? install : `${install}; start ${services}`;
}
