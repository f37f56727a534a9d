import {formatUnit} from "../src/schema/formatUnit.ts";
import {citedLink} from "./citedLink.ts";
import {cloudKey} from "./cloudKey.ts";
import {findRows} from "./findRow.ts";
import type {Expression} from "./parseExpression.ts";
import type {RenderContext} from "./renderContext.ts";

/** What of a price row a text may ask for, and how it is written. */
const columns: Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => string>> = {
  price_usd: ({price_usd, unit}) => `${formatUnit(price_usd as number, "1", 6)} USD per ${String(unit)}`,
  billing_increment_seconds: (row) => formatUnit(row.billing_increment_seconds as number, "s"),
  minimum_duration_seconds: (row) => formatUnit(row.minimum_duration_seconds as number, "s"),
  free_tier_quantity: ({free_tier_quantity, unit}) =>
    `${formatUnit(free_tier_quantity as number, "1", 9)} ${String(unit)}s a month`
};

/**
 * A listed price or a rule of billing, `{{price aws/fargate/vcpu column=minimum_duration_seconds}}`, with a link to its
 * dated source; other settings (`architecture=arm64`, `region=…`) narrow the rows. Throws when there is none, when it is
 * empty, or when the rows do not agree.
 */
export function renderPrice({words: [key = ""], settings}: Expression, {tables, form}: RenderContext): string {
  const {column = "price_usd", ...filter} = settings;
  const write = columns[column];
  if (!write) throw new Error(`column must be one of ${Object.keys(columns).join(", ")}, got ${column}`);
  const rows = findRows(tables, "cloud_prices", filter).filter((row) => cloudKey(row, "sku") === key);
  if (rows.length === 0) throw new Error(`cloud_prices has no ${key} with ${JSON.stringify(filter)}`);
  const known = rows.filter((row) => typeof row[column] === "number");
  const [first] = known;
  if (!first) throw new Error(`${key} has no ${column}`);
  const texts = new Set(known.map(write));
  if (texts.size > 1) throw new Error(`rows of ${key} do not agree on ${column}: ${[...texts].join(", ")}; say more`);
  return citedLink(write(first), first, form);
}
