import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {csvFormatRow, csvParseRows} from "d3-dsv";
import type {ListedPrice} from "./listedPrice.ts";

const publishers = {aws: "Amazon Web Services", azure: "Microsoft", google: "Google Cloud"};

/** Adds the addresses that the price file now cites to sources.csv, each once, in the order of addresses. */
export async function addSources(
  folder: string,
  listed: readonly ListedPrice[],
  day: string,
  write: (file: string, text: string) => Promise<void>
): Promise<void> {
  const file = join(folder, "sources.csv");
  const [header = [], ...rows] = csvParseRows(await readFile(file, "utf8"));
  const known = new Set(rows.map(([address]) => address));
  const added = listed.flatMap(({source_url, source_title, source_kind, provider}) => {
    if (known.has(source_url)) return [];
    known.add(source_url);
    const trust = source_kind === "vendor_price_api" ? "A" : "B";
    return [[source_url, source_title, publishers[provider], "documentation", day, trust]];
  });
  if (added.length === 0) return;
  const sorted = [...rows, ...added].toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  await write(file, `${[header, ...sorted].map(csvFormatRow).join("\n")}\n`);
}
