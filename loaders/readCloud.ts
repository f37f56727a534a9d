import {readFile} from "node:fs/promises";
import {checkCloudPrices} from "../src/schema/checkCloudPrices.ts";
import {
  type LimitRow,
  limitsTable,
  type OfferRow,
  offersTable,
  type PriceRow,
  pricesTable,
  type SizeRow,
  sizesTable
} from "../src/schema/cloud.ts";
import {parseTable} from "../src/schema/parseTable.ts";
import {readCsv} from "./readCsv.ts";

/** What is known of the clouds: prices, limits, sizes, and the offers made of them. */
export interface CloudFacts {
  readonly prices: readonly PriceRow[];
  readonly limits: readonly LimitRow[];
  readonly sizes: readonly SizeRow[];
  readonly offers: readonly OfferRow[];
}

/** The prices of a CSV text; throws with file, line and what is allowed where a row, or the bands of a meter, are wrong. */
export function parsePrices(text: string, file: string): readonly PriceRow[] {
  const {rows, lines, flaws} = parseTable<PriceRow>(text, pricesTable);
  const all = [...flaws, ...checkCloudPrices(rows, lines)];
  if (all.length === 0) return rows;
  throw new Error(all.map(({line, column, message}) => `${file}:${line}: column ${column}: ${message}`).join("\n"));
}

/** Reads `cloud_*.csv` of a folder; throws on the first file that breaks its table. */
export async function readCloud(folder = "data"): Promise<CloudFacts> {
  const file = `${folder}/cloud_prices.csv`;
  return {
    prices: parsePrices(await readFile(file, "utf8"), file),
    limits: await readCsv<LimitRow>(`${folder}/cloud_limits.csv`, limitsTable),
    sizes: await readCsv<SizeRow>(`${folder}/cloud_sizes.csv`, sizesTable),
    offers: await readCsv<OfferRow>(`${folder}/cloud_offers.csv`, offersTable)
  };
}
