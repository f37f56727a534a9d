import {literal} from "./query.ts";

/** What narrows the prices: an empty text does not. */
export interface PriceFilter {
  readonly provider: string;
  readonly region: string;
  readonly architecture: string;
  /** First day that counts, ISO 8601. */
  readonly from: string;
}

/** The SQL for the prices that a filter leaves; what holds everywhere, or on any processor, stays. */
export function pricesSql({provider, region, architecture, from}: PriceFilter): string {
  const conditions = [
    ...(provider === "" ? [] : [`provider = ${literal(provider)}`]),
    ...(region === "" ? [] : [`region IN (${literal(region)}, 'global')`]),
    ...(architecture === "" ? [] : [`architecture IN (${literal(architecture)}, 'any')`]),
    ...(from === "" ? [] : [`as_of >= ${literal(from)}`])
  ];
  return `SELECT * FROM prices WHERE ${conditions.length > 0 ? conditions.join(" AND ") : "TRUE"} ORDER BY provider, service, sku, region, architecture, tier_from`;
}
