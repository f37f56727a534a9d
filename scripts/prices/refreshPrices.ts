import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {csvFormat} from "d3-dsv";
import {parsePrices} from "../../loaders/readCloud.ts";
import type {PriceRow} from "../../src/schema/cloud.ts";
import {addSources} from "./addSources.ts";
import {comparePrices, type Comparison} from "./comparePrices.ts";
import {type FetchEffects, fetchPatiently, Offline} from "./fetchPatiently.ts";
import type {FetchText, ListedPrice} from "./listedPrice.ts";
import {awsWanted, readAwsPrices} from "./readAwsPrices.ts";
import {azureWanted, readAzurePrices} from "./readAzurePrices.ts";
import {googleWanted, readGooglePrices} from "./readGooglePrices.ts";
import {resumable} from "./resumable.ts";
import {rewritePrices} from "./rewritePrices.ts";

export const priceProviders = ["aws", "azure", "google"] as const;
export type PriceProvider = (typeof priceProviders)[number];

export interface RefreshEffects extends FetchEffects {
  /** The day of the run, ISO 8601. */
  readonly day: string;
  readonly googleKey?: string | undefined;
  readonly say: (line: string) => void;
  /** The folder of cloud_prices.csv, and the one that keeps what was fetched. */
  readonly dataFolder: string;
  readonly workFolder: string;
}

/** 0: nothing moved, or it was written; 1: `check` found drift; 3: a vendor could not be reached or read. */
export type RefreshCode = 0 | 1 | 3;

/**
 * Reads the vendors' prices again and compares. `check` only says what moved; `update` writes a dated list for each provider
 * and the new prices into cloud_prices.csv. Where a vendor cannot be reached, nothing of it is changed.
 */
export async function refreshPrices(
  mode: "check" | "update",
  providers: readonly PriceProvider[],
  effects: RefreshEffects
): Promise<RefreshCode> {
  const {say, day, dataFolder, workFolder} = effects;
  const file = join(dataFolder, "cloud_prices.csv");
  const fetchText = resumable((url) => fetchPatiently(url, effects), join(workFolder, "prices"), day);
  let code: RefreshCode = 0;
  for (const provider of providers) {
    const rows = parsePrices(await readFile(file, "utf8"), file);
    let listed: readonly ListedPrice[];
    try {
      listed = await read(provider, fetchText, effects);
    } catch (error) {
      const offline = error instanceof Offline;
      say(
        `${provider}: ${offline ? `off line, ${error.message}` : (error as Error).message}. Nothing of it was changed.`
      );
      code = 3;
      continue;
    }
    const wanted = wantedRows(provider, rows, effects.googleKey);
    const found = comparePrices(rows, listed, wanted);
    report(provider, found, rows.filter((row) => row.provider === provider).length, say);
    const drift = found.changed.length + found.gone.length + found.added.length > 0;
    if (mode === "check") {
      if (drift && code === 0) code = 1;
      continue;
    }
    await writeList(provider, listed, effects);
    const confirmed = new Map([...found.changed, ...found.same].map(({row, listed}) => [row, listed]));
    await write(file, rewritePrices(await readFile(file, "utf8"), confirmed, rows, day));
    await addSources(dataFolder, [...confirmed.values()], day, write);
    say(`${provider}: wrote ${found.changed.length} new and ${found.same.length} confirmed prices.`);
  }
  return code;
}

async function read(provider: PriceProvider, fetchText: FetchText, {day, googleKey}: RefreshEffects) {
  if (provider === "aws") return readAwsPrices(fetchText);
  if (provider === "azure") return readAzurePrices(fetchText);
  return readGooglePrices(fetchText, day, googleKey);
}

/** The rows that a vendor's answer can speak of; without a key Google tells of machines only. */
function wantedRows(provider: PriceProvider, rows: readonly PriceRow[], googleKey: string | undefined) {
  const is = (row: PriceRow, {service, sku}: {readonly service: string; readonly sku: string}) =>
    row.provider === provider && row.service === service && row.sku === sku;
  if (provider === "aws")
    return rows.filter((row) => row.region === "us-east-1" && awsWanted.some((wanted) => is(row, wanted)));
  if (provider === "azure")
    return rows.filter((row) => azureWanted.some((wanted) => is(row, wanted) && wanted.region === row.region));
  return rows.filter(
    (row) =>
      row.provider === "google" &&
      row.region === "us-central1" &&
      (/^Compute Engine/.test(row.service) || (Boolean(googleKey) && googleWanted.some((wanted) => is(row, wanted))))
  );
}

function report(provider: string, found: Comparison, all: number, say: (line: string) => void): void {
  const name = ({service, sku, region, architecture}: Pick<PriceRow, "service" | "sku" | "region" | "architecture">) =>
    [service, sku, region, ...(architecture === "any" ? [] : [architecture])].join(", ");
  for (const {row, listed} of found.changed)
    say(
      `${provider}: ${name(row)}\n  - ${row.price_usd} per ${row.unit} (${row.as_of})\n  + ${listed.price_usd} (${listed.vendor_unit}, ${listed.source_version})`
    );
  for (const row of found.gone)
    say(`${provider}: ${name(row)}\n  - ${row.price_usd} per ${row.unit} (${row.as_of})\n  + not listed any more`);
  for (const price of found.added)
    say(`${provider}: ${name(price)}\n  + ${price.price_usd} from ${price.tier_from} on: no row holds this band`);
  const read = found.changed.length + found.same.length + found.gone.length;
  say(
    `${provider}: ${read} of ${all} rows read again: ${found.same.length} as they were, ${found.changed.length} changed, ${found.gone.length} gone.`
  );
}

/** What a vendor listed on a day: a file of its own, kept beside the others. */
async function writeList(provider: string, listed: readonly ListedPrice[], {day, dataFolder, say}: RefreshEffects) {
  const folder = join(dataFolder, "cloud_price_lists");
  await mkdir(folder, {recursive: true});
  const file = join(folder, `${day}-${provider}.csv`);
  await write(file, `${csvFormat([...listed])}\n`);
  say(`${provider}: wrote ${listed.length} listed prices to ${file}.`);
}

/** Written whole or not at all. */
async function write(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}
