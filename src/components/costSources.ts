import {type PriceRow} from "../schema/cloud.ts";
import {isStale} from "../schema/isStale.ts";
import {element} from "./element.ts";

/** A price in full, without exponent. */
const digits = (usd: number) => usd.toLocaleString("en-GB", {maximumFractionDigits: 12});

/** The price rows behind a figure: each with its unit, region, date and address; old ones are marked. */
export function costSources(prices: readonly PriceRow[], today: string, document: Document): HTMLElement {
  const make = element(document);
  if (prices.length === 0) return make("p", {}, ["Computed from what you said of your own machine."]);
  const band = ({tier_from, tier_to}: PriceRow) =>
    tier_from === null && tier_to === null
      ? ""
      : `, from ${(tier_from ?? 0).toLocaleString("en-GB")}${tier_to === null ? " on" : ` to ${tier_to.toLocaleString("en-GB")}`} a month`;
  return make(
    "ul",
    {class: "price-sources"},
    prices.map((row) =>
      make("li", {}, [
        `${row.service}, ${row.sku}: USD ${digits(row.price_usd)} per ${row.unit}${band(row)}; ${row.region}${row.architecture === "any" ? "" : `, ${row.architecture}`}; ${row.as_of}, confidence ${row.confidence}`,
        isStale(row, today) ? make("strong", {class: "stale"}, [" old: read it again"]) : null,
        ". ",
        make("a", {href: row.source_url}, [row.source_title])
      ])
    )
  );
}
