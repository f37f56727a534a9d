import * as v from "valibot";
import type {FetchText, ListedPrice} from "./listedPrice.ts";

const host = "https://prices.azure.com/api/retail/prices";

const page = v.object({
  Items: v.array(
    v.object({
      armRegionName: v.string(),
      serviceName: v.string(),
      productName: v.string(),
      skuName: v.string(),
      meterName: v.string(),
      unitOfMeasure: v.string(),
      retailPrice: v.number(),
      tierMinimumUnits: v.number(),
      type: v.string(),
      effectiveStartDate: v.string()
    })
  ),
  NextPageLink: v.nullable(v.string())
});

type Item = v.InferOutput<typeof page>["Items"][number];

interface Wanted {
  readonly service: string;
  readonly sku: string;
  readonly region: string;
  readonly architecture: ListedPrice["architecture"];
  /** The rest of the filter; the region is added. Values are case-sensitive. */
  readonly filter: string;
  readonly fits: (item: Item) => boolean;
}

const meter = (name: string) => (item: Item) => item.meterName === name;
const apps = "Container Apps consumption";
const flex = "Functions Flex Consumption";

const want = (
  [service, sku, region]: readonly [string, string, string],
  filter: string,
  fits: Wanted["fits"],
  architecture: Wanted["architecture"] = "x86_64"
): Wanted => ({service, sku, region, filter, fits, architecture});

const containerApps = "serviceName eq 'Azure Container Apps'";
const flexFilter = "serviceName eq 'Functions' and productName eq 'Flex Consumption'";
const groups = "serviceName eq 'Container Instances'";
const machines = ["D2s_v5", "D4s_v5", "D8s_v5", "D4s_v6", "D8s_v6", "D4as_v6", "D4ls_v6", "F4s_v2", "F16s_v2"];
const armMachines = ["D4ps_v5", "D4ps_v6", "D8ps_v6", "D16ps_v6", "D4pls_v6"];

const machine = (architecture: Wanted["architecture"]) => (size: string) =>
  want(
    ["Virtual Machines pay-as-you-go", `Standard_${size}`, "eastus"],
    `serviceName eq 'Virtual Machines' and armSkuName eq 'Standard_${size}'`,
    ({productName, skuName}) => !/ Windows/.test(productName) && !/ (Spot|Low Priority)$/.test(skuName),
    architecture
  );

/** The meters behind the rows of our price file. */
export const azureWanted: readonly Wanted[] = [
  want([apps, "vCPU, active", "eastus2"], containerApps, meter("Standard vCPU Active Usage")),
  want([apps, "memory, active", "eastus2"], containerApps, meter("Standard Memory Active Usage")),
  want([apps, "vCPU, idle", "eastus2"], containerApps, meter("Standard vCPU Idle Usage")),
  want([apps, "memory, idle", "eastus2"], containerApps, meter("Standard Memory Idle Usage")),
  want([flex, "on-demand execution time", "eastus2"], flexFilter, meter("On Demand Execution Time")),
  want([flex, "execution", "eastus2"], flexFilter, meter("On Demand Total Executions")),
  want([flex, "always-ready baseline", "eastus2"], flexFilter, meter("Always Ready Baseline")),
  want(["Container Instances", "vCPU", "eastus"], groups, meter("Standard vCPU Duration")),
  want(["Container Instances", "memory", "eastus"], groups, meter("Standard Memory Duration")),
  want(["Container Instances spot", "vCPU", "eastus"], groups, meter("Standard Spot vCPU Duration")),
  want(["Container Instances spot", "memory", "eastus"], groups, meter("Standard Spot Memory Duration")),
  want(
    ["Logic Apps Consumption", "built-in action", "eastus2"],
    "serviceName eq 'Logic Apps'",
    meter("Consumption Built-in Actions"),
    "any"
  ),
  want(
    ["AKS", "control plane, Standard tier", "eastus"],
    "serviceName eq 'Azure Kubernetes Service'",
    meter("Standard Uptime SLA"),
    "any"
  ),
  ...machines.map(machine("x86_64")),
  ...armMachines.map(machine("arm64"))
];

/** How many units a `unitOfMeasure` such as `1 Second`, `10`, `1M` or `100 GB` stands for. */
export function unitCount(unitOfMeasure: string): number {
  const found = /^(\d+)\s*([KM](?![A-Za-z]))?/.exec(unitOfMeasure);
  if (!found) throw new Error(`unitOfMeasure must begin with a number, got ${JSON.stringify(unitOfMeasure)}`);
  return Number(found[1]) * ({K: 1e3, M: 1e6}[found[2] ?? ""] ?? 1);
}

const addressOf = ({filter, region}: Wanted) =>
  `${host}?$filter=${encodeURIComponent(`${filter} and armRegionName eq '${region}'`)}`;

/**
 * A wanted price among the items of its filter: its bands, each for one unit, free ones left out. Throws where one expected
 * price turns out to be two.
 */
export function parseAzurePrice(items: readonly Item[], wanted: Wanted, url: string): readonly ListedPrice[] {
  const {service, sku, region, architecture, fits} = wanted;
  const bands = items
    .filter((item) => item.type === "Consumption" && item.armRegionName === region && fits(item))
    .filter(({retailPrice}) => retailPrice > 0)
    .toSorted((a, b) => a.tierMinimumUnits - b.tierMinimumUnits);
  const double = bands.find(
    ({tierMinimumUnits: from}, place) => place > 0 && bands[place - 1]!.tierMinimumUnits === from
  );
  if (double)
    throw new Error(
      `${service}, ${sku}: one expected price turned out to be two: ${double.productName}, ${double.skuName}`
    );
  return bands.map(({retailPrice, unitOfMeasure, tierMinimumUnits, effectiveStartDate}) => {
    const units = unitCount(unitOfMeasure);
    return {
      ...{provider: "azure" as const, service, sku, region, architecture, tier_from: tierMinimumUnits * units},
      ...{price_usd: retailPrice / units, vendor_unit: unitOfMeasure, source_version: effectiveStartDate},
      ...{
        source_url: url,
        source_title: `Azure Retail Prices API, ${service}, ${region}`,
        source_kind: "vendor_price_api" as const
      }
    };
  });
}

/** All items of a filter, page by page, as far as the answers link on. */
export async function readAzureItems(fetchText: FetchText, url: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let next: string | null = url; next !== null && next !== "";) {
    const {Items, NextPageLink}: v.InferOutput<typeof page> = v.parse(page, JSON.parse(await fetchText(next)));
    items.push(...Items);
    next = NextPageLink;
  }
  return items;
}

/** Reads the Azure Retail Prices API, without an account; each filter is asked once. */
export async function readAzurePrices(fetchText: FetchText): Promise<readonly ListedPrice[]> {
  const answers = new Map<string, readonly Item[]>();
  const found: ListedPrice[] = [];
  for (const wanted of azureWanted) {
    const url = addressOf(wanted);
    if (!answers.has(url)) answers.set(url, await readAzureItems(fetchText, url));
    found.push(...parseAzurePrice(answers.get(url)!, wanted, url));
  }
  return found;
}
