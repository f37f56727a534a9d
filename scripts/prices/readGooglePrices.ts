import {csvParse} from "d3-dsv";
import * as v from "valibot";
import type {FetchText, ListedPrice} from "./listedPrice.ts";

const api = "https://cloudbilling.googleapis.com/v1";
const machinesUrl = "https://gcloud-compute.com/machine-types-regions.csv";
const region = "us-central1";

const services = v.object({
  services: v.array(v.object({name: v.string(), displayName: v.string()})),
  nextPageToken: v.optional(v.string())
});

const skus = v.object({
  skus: v.array(
    v.object({
      description: v.string(),
      serviceRegions: v.array(v.string()),
      pricingInfo: v.array(
        v.object({
          effectiveTime: v.string(),
          pricingExpression: v.object({
            usageUnit: v.string(),
            tieredRates: v.array(
              v.object({
                startUsageAmount: v.number(),
                unitPrice: v.object({units: v.optional(v.string()), nanos: v.number()})
              })
            )
          })
        })
      )
    })
  ),
  nextPageToken: v.optional(v.string())
});

type Sku = v.InferOutput<typeof skus>["skus"][number];

interface Wanted {
  /** Name of the service in the catalogue. */
  readonly catalogue: string;
  /** How the description begins; a region may follow. */
  readonly description: string;
  readonly service: string;
  readonly sku: string;
  readonly architecture: ListedPrice["architecture"];
  /** Units of ours in one of the vendor's. */
  readonly scale: number;
}

/** The descriptions behind the rows of our price file; a pod's processor is listed by the thousandth. */
export const googleWanted: readonly Wanted[] = [
  ["Cloud Run", `Jobs CPU in ${region}`, "Cloud Run jobs", "CPU", 1],
  ["Kubernetes Engine", "Autopilot Pod mCPU Requests", "GKE Autopilot", "pod CPU, general purpose", 1 / 1000]
].map(([catalogue, description, service, sku, scale]) => ({
  ...{catalogue, description, service, sku, scale, architecture: "x86_64"}
})) as readonly Wanted[];

/** The bands of a wanted price among a service's SKUs, in dollars for one unit of ours; free ones are left out. */
export function parseGooglePrice(list: readonly Sku[], wanted: Wanted, url: string): readonly ListedPrice[] {
  const {service, sku, description, architecture, scale} = wanted;
  const fits = list.filter((one) => one.description.startsWith(description) && one.serviceRegions.includes(region));
  if (fits.length > 1) throw new Error(`${description}: one expected price turned out to be ${fits.length}`);
  const [info] = fits[0]?.pricingInfo ?? [];
  return (info?.pricingExpression.tieredRates ?? [])
    .map(({startUsageAmount, unitPrice: {units, nanos}}) => ({
      from: startUsageAmount * scale,
      usd: (Number(units ?? 0) + nanos / 1e9) / scale
    }))
    .filter(({usd}) => usd > 0)
    .map(({from, usd}) => ({
      ...{provider: "google" as const, service, sku, region, architecture, tier_from: from, price_usd: usd},
      ...{vendor_unit: info!.pricingExpression.usageUnit, source_version: info!.effectiveTime},
      ...{source_url: url, source_title: `Google Cloud catalogue, ${service}`, source_kind: "vendor_price_api" as const}
    }));
}

/** Hourly and Spot prices of machines (CSV: name, region, hour, hourSpot), which need no key; an empty price is none. */
export function parseGoogleMachines(text: string, day: string): readonly ListedPrice[] {
  return csvParse(text)
    .filter((row) => row["region"] === region)
    .flatMap(({name = "", hour = "", hourSpot = ""}) =>
      (
        [
          ["Compute Engine on-demand", hour],
          ["Compute Engine spot", hourSpot]
        ] as const
      ).flatMap(([service, price]): ListedPrice[] => {
        const usd = Number(price);
        if (!(usd > 0)) return [];
        const architecture = /^(c4a|n4a|t2a)-/.test(name) ? "arm64" : "x86_64";
        return [
          {
            ...{provider: "google", service, sku: name, region, architecture, tier_from: 0, price_usd: usd},
            ...{vendor_unit: "hour", source_version: day, source_url: machinesUrl},
            ...{source_title: "Compute Engine machine types by region", source_kind: "public_repository"}
          }
        ];
      })
    );
}

async function pages<Page extends {readonly nextPageToken?: string | undefined}>(
  fetchText: FetchText,
  url: string,
  key: string,
  read: (text: string) => Page
): Promise<readonly Page[]> {
  const found: Page[] = [];
  for (let token: string | undefined = ""; token !== undefined;) {
    const query: string = `key=${encodeURIComponent(key)}${token === "" ? "" : `&pageToken=${encodeURIComponent(token)}`}`;
    const answer = read(await fetchText(`${url}?${query}`));
    found.push(answer);
    token = answer.nextPageToken || undefined;
  }
  return found;
}

/** Reads Google's prices: machines from a table without a key, the rest from the catalogue where a key is given. */
export async function readGooglePrices(
  fetchText: FetchText,
  day: string,
  key?: string
): Promise<readonly ListedPrice[]> {
  const machines = parseGoogleMachines(await fetchText(machinesUrl), day);
  if (!key) return machines;
  const named = (await pages(fetchText, `${api}/services`, key, (text) => v.parse(services, JSON.parse(text)))).flatMap(
    (page) => page.services
  );
  const found: ListedPrice[] = [...machines];
  for (const catalogue of new Set(googleWanted.map((wanted) => wanted.catalogue))) {
    const name = named.find(({displayName}) => displayName === catalogue)?.name;
    if (!name) throw new Error(`the catalogue has no service called ${catalogue}`);
    const url = `${api}/${name}/skus`;
    const list = (await pages(fetchText, url, key, (text) => v.parse(skus, JSON.parse(text)))).flatMap(
      (page) => page.skus
    );
    for (const wanted of googleWanted)
      if (wanted.catalogue === catalogue) found.push(...parseGooglePrice(list, wanted, url));
  }
  return found;
}
