import type {PriceRow} from "../../src/schema/cloud.ts";
import type {ListedPrice} from "./listedPrice.ts";

/** What became of the rows of one provider: `line` of each counts among all rows. */
export interface Comparison {
  readonly changed: readonly {readonly place: number; readonly row: PriceRow; readonly listed: ListedPrice}[];
  readonly same: readonly {readonly place: number; readonly row: PriceRow; readonly listed: ListedPrice}[];
  /** Rows whose meter was read, and is not listed any more, or not with this band. */
  readonly gone: readonly PriceRow[];
  /** Bands that are listed for a meter of ours and stand in no row. */
  readonly added: readonly ListedPrice[];
}

type Named = Pick<PriceRow, "provider" | "service" | "sku" | "region" | "architecture">;

const key = ({provider, service, sku, region, architecture}: Named) =>
  [provider, service, sku, region, architecture].join("|");

/** Shares below this are rounding: vendors' tables are printed with few digits. */
const tolerance = 1e-6;

/**
 * Our rows against what is listed today, for the meters that were asked for. The first band of a meter is compared with the
 * first that is listed, whatever it begins at: free quantities move it.
 */
export function comparePrices(
  rows: readonly PriceRow[],
  listed: readonly ListedPrice[],
  wanted: readonly Named[]
): Comparison {
  const asked = new Set(wanted.map(key));
  const lists = new Map<string, ListedPrice[]>();
  for (const price of listed) lists.set(key(price), [...(lists.get(key(price)) ?? []), price]);
  const found: {changed: Comparison["changed"][number][]; same: Comparison["same"][number][]; gone: PriceRow[]} = {
    ...{changed: [], same: [], gone: []}
  };
  const used = new Set<ListedPrice>();
  rows.forEach((row, place) => {
    if (!asked.has(key(row))) return;
    const bands = lists.get(key(row)) ?? [];
    const isFirst = (row.tier_from ?? 0) === 0;
    const match = isFirst ? bands[0] : bands.find(({tier_from}) => close(tier_from, row.tier_from!));
    if (!match) return void found.gone.push(row);
    used.add(match);
    (close(match.price_usd, row.price_usd) ? found.same : found.changed).push({place, row, listed: match});
  });
  const ours = new Set(rows.map(key));
  return {...found, added: listed.filter((price) => ours.has(key(price)) && !used.has(price))};
}

const close = (a: number, b: number) => Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
