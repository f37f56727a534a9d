import * as v from "valibot";
import type {FetchText, ListedPrice} from "./listedPrice.ts";

const host = "https://pricing.us-east-1.amazonaws.com";

/** The shape of a region's price list, as far as it is read. */
const priceList = v.object({
  version: v.string(),
  publicationDate: v.string(),
  products: v.record(
    v.string(),
    v.object({attributes: v.object({usagetype: v.optional(v.string()), group: v.optional(v.string())})})
  ),
  terms: v.object({
    OnDemand: v.record(
      v.string(),
      v.record(
        v.string(),
        v.object({
          priceDimensions: v.record(
            v.string(),
            v.object({
              beginRange: v.optional(v.string()),
              unit: v.string(),
              pricePerUnit: v.object({USD: v.string()})
            })
          )
        })
      )
    )
  })
});

const regions = v.object({regions: v.record(v.string(), v.object({currentVersionUrl: v.string()}))});

interface Wanted {
  readonly offer: string;
  readonly service: string;
  readonly sku: string;
  readonly architecture: ListedPrice["architecture"];
  /** End of the usage type; a region's prefix may stand before it. */
  readonly usageType: string;
}

const want = (
  offer: string,
  service: string,
  sku: string,
  usageType: string,
  architecture: Wanted["architecture"] = "any"
): Wanted => ({offer, service, sku, usageType, architecture});

/** The usage types behind the rows of our price file. */
export const awsWanted: readonly Wanted[] = [
  ...(["x86_64", "arm64"] as const).flatMap((architecture) => {
    const arm = architecture === "arm64" ? "-ARM" : "";
    const cpu = architecture === "arm64" ? "ARM-" : "";
    return [
      want("AWSLambda", "Lambda", "request", `Request${arm}`, architecture),
      want("AWSLambda", "Lambda", "duration", `Lambda-GB-Second${arm}`, architecture),
      want(
        "AWSLambda",
        "Lambda",
        "provisioned concurrency, configured",
        `Lambda-Provisioned-Concurrency${arm}`,
        architecture
      ),
      want(
        "AWSLambda",
        "Lambda",
        "provisioned concurrency, duration",
        `Lambda-Provisioned-GB-Second${arm}`,
        architecture
      ),
      want("AmazonECS", "Fargate", "vCPU", `Fargate-${cpu}vCPU-Hours:perCPU`, architecture),
      want("AmazonECS", "Fargate", "memory", `Fargate-${cpu}GB-Hours`, architecture)
    ];
  }),
  want("AWSLambda", "Lambda", "temporary disk above 512 MB", "Lambda-Storage-GB-Second"),
  want("AmazonStates", "Step Functions Standard", "state transition", "StateTransition"),
  want("AmazonStates", "Step Functions Express", "request", "StepFunctions-Request"),
  want("AmazonStates", "Step Functions Express", "duration", "StepFunctions-GB-Second"),
  want("AmazonEKS", "EKS", "cluster, standard support", "AmazonEKS-Hours:perCluster"),
  want("AWSDataTransfer", "Data transfer", "out to the internet", "DataTransfer-Out-Bytes"),
  want("AWSDataTransfer", "Data transfer", "between availability zones, each direction", "DataTransfer-Regional-Bytes")
];

const prefix = "(?:[A-Z]{2,4}\\d?-)?";
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The wanted prices in one region's price list (JSON text of `…/{offer}/current/{region}/index.json`). Throws where the shape
 * is another one, or where one expected price turns out to be two. Free bands, priced at nothing, are left out.
 */
export function parseAwsPrices(text: string, offer: string, region: string): readonly ListedPrice[] {
  const {version, products, terms} = v.parse(priceList, JSON.parse(text));
  return awsWanted
    .filter((wanted) => wanted.offer === offer)
    .flatMap(({service, sku, architecture, usageType}): ListedPrice[] => {
      const fits = new RegExp(`^${prefix}${escaped(usageType)}$`);
      const bands = Object.entries(products)
        .filter(([, {attributes}]) => fits.test(attributes.usagetype ?? ""))
        .flatMap(([key]) => Object.values(terms.OnDemand[key] ?? {}))
        .flatMap(({priceDimensions}) => Object.values(priceDimensions))
        .map(({beginRange, unit, pricePerUnit}) => ({
          from: Number(beginRange ?? 0),
          usd: Number(pricePerUnit.USD),
          unit
        }))
        .filter(({usd}) => usd > 0)
        .toSorted((a, b) => a.from - b.from);
      const double = bands.find(({from}, place) => place > 0 && bands[place - 1]!.from === from);
      if (double)
        throw new Error(`${offer} ${usageType}: one expected price turned out to be two, from ${double.from} on`);
      return bands.map(({from, usd, unit}) => ({
        ...{provider: "aws" as const, service, sku, region, architecture, tier_from: from, price_usd: usd},
        ...{vendor_unit: unit, source_version: version, source_kind: "vendor_price_api" as const},
        source_url: `${host}/offers/v1.0/aws/${offer}/current/${region}/index.json`,
        source_title: `AWS Price List, offer ${offer}, ${region}`
      }));
    });
}

/** Reads Amazon's price list files of a region, without an account. */
export async function readAwsPrices(fetchText: FetchText, region = "us-east-1"): Promise<readonly ListedPrice[]> {
  const found: ListedPrice[] = [];
  for (const offer of new Set(awsWanted.map((wanted) => wanted.offer))) {
    const index = v.parse(
      regions,
      JSON.parse(await fetchText(`${host}/offers/v1.0/aws/${offer}/current/region_index.json`))
    );
    const path = index.regions[region]?.currentVersionUrl;
    if (path === undefined) throw new Error(`the price list of ${offer} has no region ${region}`);
    found.push(...parseAwsPrices(await fetchText(host + path), offer, region));
  }
  return found;
}
