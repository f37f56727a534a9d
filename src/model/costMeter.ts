import type {CloudProvider, LimitRow, PriceRow, SizeRow} from "../schema/cloud.ts";
import type {LimitRef, MeterRef} from "./costOffer.ts";

/** What the cost of an offer is computed from. */
export interface CostFacts {
  readonly prices: readonly PriceRow[];
  readonly limits: readonly LimitRow[];
  readonly sizes: readonly SizeRow[];
}

/** One meter: its bands from the first unit on, and the units of a month that cost nothing. */
export interface Meter {
  readonly bands: readonly PriceRow[];
  readonly freeQuantity: number;
  /** The row that tells of the free quantity. */
  readonly freeRow: PriceRow | null;
}

/** Regions in the order in which they are taken where a price is told for several: the cheapest usual ones in the US first. */
const usualRegions = ["us-east-1", "us-central1", "eastus2", "eastus", "centralus", "global"];

const rank = (region: string) => {
  const place = usualRegions.indexOf(region);
  return place === -1 ? usualRegions.length : place;
};

/** The bands of the meter that fits, in its most usual region; empty where no price is recorded. */
function findBands(prices: readonly PriceRow[], provider: CloudProvider, ref: Omit<MeterRef, "part" | "by">) {
  const fits = prices.filter(
    (row) =>
      row.provider === (ref.provider ?? provider) &&
      row.service === ref.service &&
      row.sku === ref.sku &&
      (ref.architecture === undefined || row.architecture === ref.architecture)
  );
  const [first] = fits.toSorted((a, b) => rank(a.region) - rank(b.region));
  return fits
    .filter(({region, architecture}) => region === first?.region && architecture === first.architecture)
    .toSorted((a, b) => (a.tier_from ?? 0) - (b.tier_from ?? 0));
}

/** Meters and limits found before: a page asks for the same ones thousands of times a second. */
const meters = new WeakMap<readonly PriceRow[], Map<string, Meter | null>>();
const limitsFound = new WeakMap<readonly LimitRow[], Map<string, LimitRow>>();

function remembered<Key extends object, Found>(
  known: WeakMap<Key, Map<string, Found>>,
  of: Key,
  name: string,
  find: () => Found
): Found {
  const found = known.get(of) ?? new Map<string, Found>();
  known.set(of, found);
  if (!found.has(name)) found.set(name, find());
  return found.get(name)!;
}

/** The meter that a reference names; null where no price is recorded. */
export function costMeter(facts: CostFacts, provider: CloudProvider, ref: MeterRef): Meter | null {
  const {service, sku, architecture, freeOf} = ref;
  const name = JSON.stringify([ref.provider ?? provider, service, sku, architecture, freeOf]);
  return remembered(meters, facts.prices, name, () => findMeter(facts, provider, ref));
}

function findMeter({prices}: CostFacts, provider: CloudProvider, ref: MeterRef): Meter | null {
  const bands = findBands(prices, provider, ref);
  if (bands.length === 0) return null;
  const shared = ref.freeOf ? findBands(prices, provider, {...ref, ...ref.freeOf}) : bands;
  const freeRow = shared.find(({free_tier_quantity}) => free_tier_quantity !== null) ?? null;
  return {bands, freeRow, freeQuantity: freeRow?.free_tier_quantity ?? 0};
}

/** A limit by its name; throws when the limits do not hold it: an offer that names it is wrong. */
export function findLimit({limits}: CostFacts, provider: CloudProvider, ref: LimitRef): LimitRow {
  const by = ref.provider ?? provider;
  return remembered(limitsFound, limits, [by, ref.service, ref.limit].join("|"), () => {
    const row = limits.find(
      ({provider: of, service, limit}) => of === by && service === ref.service && limit === ref.limit
    );
    if (!row) throw new Error(`cloud_limits.csv has no ${by} ${ref.service}: ${ref.limit}`);
    return row;
  });
}

const scales: Readonly<Record<string, number>> = {ms: 1e-3, KB: 1e3, KiB: 2 ** 10, MB: 1e6, MiB: 2 ** 20, GB: 1e9};

/** A limit's number in seconds, bytes or a plain count. */
export function limitNumber(row: LimitRow): number {
  if (row.value_numeric === null) throw new Error(`${row.service}: ${row.limit} has no number, only “${row.value}”`);
  return row.value_numeric * (scales[row.unit ?? ""] ?? 1);
}
