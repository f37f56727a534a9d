import type {PriceRow} from "./cloud.ts";
import type {Flaw} from "./parseTable.ts";

/** What tells one meter from another: the bands of one meter share all of these. */
export const meterKey = ({provider, service, sku, region, architecture}: PriceRow): string =>
  [provider, service, sku, region, architecture].join(" | ");

const isDay = (text: string) =>
  /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(text) && Number.isFinite(Date.parse(text.length === 7 ? `${text}-01` : text));

/**
 * What a table of columns cannot say: every row is dated; the bands of a meter have one unit, begin at nothing, and neither
 * overlap nor leave a gap; one row a meter holds the free quantity. `lines` are the rows' places in the file.
 */
export function checkCloudPrices(rows: readonly PriceRow[], lines: readonly number[]): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const add = (place: number, column: string, value: unknown, message: string) =>
    flaws.push({line: lines[place] ?? 0, column, value: String(value ?? ""), message});
  const meters = new Map<string, number[]>();
  rows.forEach((row, place) => {
    if (!isDay(row.as_of)) add(place, "as_of", row.as_of, `as_of must be a day such as 2026-10-07, got ${row.as_of}`);
    const key = meterKey(row);
    meters.set(key, [...(meters.get(key) ?? []), place]);
  });
  for (const [key, places] of meters) {
    const from = (place: number) => rows[place]!.tier_from ?? 0;
    const bands = places.toSorted((a, b) => from(a) - from(b));
    let end: number | null = 0;
    for (const place of bands) {
      const row = rows[place]!;
      const start = from(place);
      if (row.unit !== rows[bands[0]!]!.unit)
        add(place, "unit", row.unit, `all bands of ${key} must be in ${rows[bands[0]!]!.unit}, got ${row.unit}`);
      if (end === null || start < end)
        add(place, "tier_from", start, `the band from ${start} overlaps the one before it (${key})`);
      else if (start > end)
        add(place, "tier_from", start, `no band holds from ${end} to ${start} (${key}): tier_from must be ${end}`);
      if (row.tier_to !== null && row.tier_to <= start)
        add(place, "tier_to", row.tier_to, `tier_to must be above tier_from ${start}, got ${row.tier_to}`);
      end = row.tier_to;
    }
    const free = bands.filter((place) => rows[place]!.free_tier_quantity !== null);
    if (free.length > 1)
      add(free[1]!, "free_tier_quantity", rows[free[1]!]!.free_tier_quantity, `${key} tells its free quantity twice`);
  }
  return flaws;
}
