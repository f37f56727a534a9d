import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {describe, expect, it} from "vitest";
import {parsePrices, readCloud} from "../../loaders/readCloud.ts";
import {withDatabase} from "../../loaders/openDatabase.ts";
import {queryRows} from "../../loaders/queryRows.ts";
import {ageDays, isStale} from "../../src/schema/isStale.ts";

const text = readFileSync("data/cloud_prices.csv", "utf8");
const [header = "", ...lines] = text.split("\n");

/** The committed prices with one cell changed in the first row that fits. */
function changed(fits: RegExp, column: string, value: string): string {
  const place = lines.findIndex((line) => fits.test(line));
  const columns = csvParse(`${header}\n${lines[place]}`)[0]!;
  const cells = header.split(",").map((name) => (name === column ? value : (columns[name] ?? "")));
  const row = cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
  return [header, ...lines.toSpliced(place, 1, row)].join("\n");
}

const complaint = (prices: string) => {
  try {
    parsePrices(prices, "data/cloud_prices.csv");
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("the prices", () => {
  it("keep to their table and their bands", () => expect(complaint(text)).toBe(""));

  it.each([
    ["an unknown unit", /^aws,Lambda,request,/, "unit", "furlong", /^data\/cloud_prices.csv:2: column unit: unit must be one of request,.*got "furlong"/],
    ["a negative price", /^aws,Lambda,request,/, "price_usd", "-1", /:2: column price_usd: price_usd must be a number from 0, got "-1"/],
    ["an overlapping band", /x86_64,6000000000,15/, "tier_from", "5000000000", /:4: column tier_from: the band from 5000000000 overlaps/],
    ["a gapped band", /x86_64,6000000000,15/, "tier_from", "7000000000", /:4: column tier_from: no band holds from 6000000000 to 7000000000/],
    ["bands of two units", /x86_64,6000000000,15/, "unit", "GB-hour", /:4: column unit: all bands of .* must be in GB-second, got GB-hour/],
    ["an empty band", /x86_64,6000000000,15/, "tier_to", "6000000000", /:4: column tier_to: tier_to must be above tier_from/],
    ["no date", /^aws,Lambda,request,/, "as_of", "", /:2: column as_of: as_of must be text, got ""/],
    ["a date that is none", /^aws,Lambda,request,/, "as_of", "2026-13", /:2: column as_of: as_of must be a day such as 2026-10-07, got 2026-13/]
  ])("stop the build at %s, with file and line", (_, fits, column, value, expected) => {
    expect(complaint(changed(fits, column, value))).toMatch(expected);
  });
});

describe("isStale", () => {
  const row = {service: "Lambda", sku: "duration", as_of: "2026-09-06"};
  it("marks by age, sooner where a price moves, and what is dated after today", () => {
    expect(ageDays("2026-10", "2026-10-31")).toBe(30);
    expect(isStale(row, "2026-11-25")).toBe(false);
    expect(isStale(row, "2027-03-06")).toBe(true);
    expect(isStale({...row, service: "Compute Engine spot"}, "2026-11-25")).toBe(true);
    expect(isStale({...row, as_of: "2027-01-01"}, "2026-11-25")).toBe(true);
  });
});

describe("the cloud files", () => {
  it("cite only addresses that sources.csv holds", async () => {
    const sources = new Set(csvParse(readFileSync("data/sources.csv", "utf8")).map((row) => row["source_url"]));
    const {prices, limits, sizes} = await readCloud();
    const cited = [...prices, ...limits, ...sizes].map((row) => row.source_url);
    const second = prices.flatMap((row) => row.second_source_url ?? []);
    expect(cited.length).toBeGreaterThan(450);
    expect([...cited, ...second].filter((address) => !sources.has(address))).toEqual([]);
  });

  it("are tables of the database, every column commented", async () => {
    const {prices, limits} = await readCloud();
    await withDatabase(async (db) => {
      const counts = await queryRows(db, "SELECT (SELECT count(*) FROM prices) AS prices, (SELECT count(*) FROM limits) AS limits");
      expect(counts).toEqual([{prices: prices.length, limits: limits.length}]);
      const bare = await queryRows(db, "SELECT column_name FROM duckdb_columns() WHERE table_name IN ('prices', 'limits', 'sizes', 'offers') AND comment IS NULL");
      expect(bare).toEqual([]);
    });
  });
});
