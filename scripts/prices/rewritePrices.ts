import {csvFormatRow, csvParseRows} from "d3-dsv";
import type {PriceRow} from "../../src/schema/cloud.ts";
import type {ListedPrice} from "./listedPrice.ts";

/** A number without exponent, as the price file writes it: twelve decimals at most. */
export const plainNumber = (value: number): string =>
  value
    .toFixed(12)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

const remark = /^transcribed on that date; re-read before relying on it(; )?/;

/**
 * The text of the price file with what was read on a day: price, day, confidence, and the vendor as source where another had
 * told it. Lines of other rows stay as they are, to the byte. `rows` are the file's rows in its order.
 */
export function rewritePrices(
  text: string,
  confirmed: ReadonlyMap<PriceRow, ListedPrice>,
  rows: readonly PriceRow[],
  day: string
): string {
  const [header = "", ...lines] = text.trimEnd().split("\n");
  if (lines.length !== rows.length)
    throw new Error(`cloud_prices.csv must have a line a row, got ${lines.length} for ${rows.length}`);
  const columns = csvParseRows(header)[0] ?? [];
  const written = lines.map((line, place) => {
    const row = rows[place]!;
    const listed = confirmed.get(row);
    if (!listed) return line;
    const [cells = []] = csvParseRows(line);
    const {source_url, source_title, source_kind} = row.source_kind === "vendor_price_api" ? row : listed;
    const fresh: Record<string, string> = {
      ...{price_usd: plainNumber(listed.price_usd), as_of: day, confidence: "high"},
      ...{source_url, source_title, source_kind, note: (row.note ?? "").replace(remark, "")}
    };
    return csvFormatRow(columns.map((name, at) => fresh[name] ?? cells[at] ?? ""));
  });
  return `${[header, ...written].join("\n")}\n`;
}
