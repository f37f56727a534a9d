import {cp, mkdtemp, readFile, readdir, rm} from "node:fs/promises";
import {readFileSync} from "node:fs";
import {spawnSync} from "node:child_process";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {parsePrices, readCloud} from "../../loaders/readCloud.ts";
import {fetchPatiently, Offline} from "../../scripts/prices/fetchPatiently.ts";
import {awsWanted, parseAwsPrices} from "../../scripts/prices/readAwsPrices.ts";
import {azureWanted, parseAzurePrice, readAzureItems, unitCount} from "../../scripts/prices/readAzurePrices.ts";
import {googleWanted, parseGoogleMachines, parseGooglePrice} from "../../scripts/prices/readGooglePrices.ts";
import {type PriceProvider, refreshPrices} from "../../scripts/prices/refreshPrices.ts";
import {resumable} from "../../scripts/prices/resumable.ts";
import {plainNumber} from "../../scripts/prices/rewritePrices.ts";

const fixture = (name: string) => readFileSync(`tests/fixtures/prices/${name}`, "utf8");

describe("what is wanted of the vendors", () => {
  it("are rows of the price file", async () => {
    const {prices} = await readCloud();
    const has = (provider: string) => (wanted: {service: string; sku: string}) =>
      prices.some((row) => row.provider === provider && row.service === wanted.service && row.sku === wanted.sku);
    expect(awsWanted.filter((wanted) => !has("aws")(wanted))).toEqual([]);
    expect(azureWanted.filter((wanted) => !has("azure")(wanted))).toEqual([]);
    expect(googleWanted.filter((wanted) => !has("google")(wanted))).toEqual([]);
  });
});

describe("an Amazon price list (written after the documented shape)", () => {
  const read = (text = fixture("awsLambda.json")) => parseAwsPrices(text, "AWSLambda", "us-east-1");
  it("gives each band of the wanted usage types, with or without a region's prefix, and no free one", () => {
    expect(
      read().map(({sku, architecture, tier_from, price_usd}) => [sku, architecture, tier_from, price_usd])
    ).toEqual([
      ["request", "x86_64", 0, 0.0000003],
      ["duration", "x86_64", 0, 0.0000166667],
      ["duration", "x86_64", 6_000_000_000, 0.000015],
      ["duration", "x86_64", 15_000_000_000, 0.0000133334],
      ["request", "arm64", 0, 0.0000002]
    ]);
    expect(read()[0]).toMatchObject({source_version: "20261101000000", vendor_unit: "Requests"});
  });
  it("is refused in another shape, and where one expected price is two", () => {
    expect(() => read('{"version": 1}')).toThrow();
    expect(() => read(fixture("awsLambda.json").replace("USE1-Request-ARM", "Request"))).toThrow(
      /turned out to be two/
    );
  });
});

describe("Azure retail prices (written after the documented shape)", () => {
  const pages: Record<string, string> = {
    "https://prices.azure.com/api/retail/prices?page=2": fixture("azureFlexPage2.json")
  };
  const items = () => readAzureItems(async (url) => pages[url] ?? fixture("azureFlex.json"), "https://first");
  const wanted = (sku: string) =>
    azureWanted.find((one) => one.service === "Functions Flex Consumption" && one.sku === sku)!;
  it("follows the links, and reads units, bands and offers for development apart", async () => {
    const all = await items();
    expect(all).toHaveLength(5);
    const price = (sku: string) =>
      parseAzurePrice(all, wanted(sku), "u").map(({price_usd, tier_from}) => [price_usd, tier_from]);
    expect(price("on-demand execution time")).toEqual([[0.000026, 100_000]]);
    expect(price("execution")).toEqual([[expect.closeTo(0.0000004, 15), 250_000]]);
    expect(price("always-ready baseline")).toEqual([[0.000005, 0]]);
  });
  it("is refused where one expected price is two, and empty where none is listed", async () => {
    const all = await items();
    const twice = [...all, {...all[3]!, skuName: "Other"}];
    expect(() => parseAzurePrice(twice, wanted("always-ready baseline"), "u")).toThrow(/turned out to be two/);
    expect(parseAzurePrice([], wanted("execution"), "u")).toEqual([]);
  });
  it.each([
    ["1 Second", 1],
    ["10", 10],
    ["1M", 1e6],
    ["10K", 1e4],
    ["1 GB Second", 1],
    ["100 GB", 100],
    ["1 Hour", 1]
  ])("counts %s as %d", (text, count) => expect(unitCount(text)).toBe(count));
  it("refuses a unit without a number", () => expect(() => unitCount("Hour")).toThrow(/got "Hour"/));
});

describe("Google's prices (written after the documented shape)", () => {
  const {skus} = JSON.parse(fixture("googleSkus.json")) as {skus: Parameters<typeof parseGooglePrice>[0]};
  const wanted = (service: string) => googleWanted.find((one) => one.service === service)!;
  it("sum units and nanos, by region, and a pod's processor by the thousandth", () => {
    expect(parseGooglePrice(skus, wanted("Cloud Run jobs"), "u")).toMatchObject([
      {price_usd: 0.000018, tier_from: 240_000}
    ]);
    const [pod] = parseGooglePrice(skus, wanted("GKE Autopilot"), "u");
    expect(pod!.price_usd).toBeCloseTo(0.0445, 12);
  });
  it("read machines from a table, Spot apart, none where none is told", () => {
    const table =
      "name,region,hour,hourSpot\ne2-standard-4,us-central1,0.13,0.05\nc4a-standard-4,us-central1,0.18,\ne2-standard-4,us-east1,0.2,0.1\n";
    const found = parseGoogleMachines(table, "2026-11-25");
    expect(found.map(({service, sku, architecture, price_usd}) => [service, sku, architecture, price_usd])).toEqual([
      ["Compute Engine on-demand", "e2-standard-4", "x86_64", 0.13],
      ["Compute Engine spot", "e2-standard-4", "x86_64", 0.05],
      ["Compute Engine on-demand", "c4a-standard-4", "arm64", 0.18]
    ]);
  });
});

describe("fetchPatiently", () => {
  const run = async (answers: (Response | Error)[]) => {
    const waits: number[] = [];
    const fetch = async () => {
      const next = answers.shift()!;
      if (next instanceof Error) throw next;
      return next;
    };
    const effects = {fetch, sleep: async (milliseconds: number) => void waits.push(milliseconds)};
    return {
      waits,
      result: await fetchPatiently("https://vendor.example/prices", effects).catch((error: unknown) => error)
    };
  };
  it("waits as asked, then twice as long each time", async () => {
    const busy = () => new Response("", {status: 503});
    const asked = new Response("", {status: 429, headers: {"retry-after": "7"}});
    expect(await run([asked, busy(), busy(), new Response("ok")])).toEqual({waits: [7000, 2000, 4000], result: "ok"});
  });
  it("gives up at once where waiting does not help", async () => {
    const {waits, result} = await run([new Response("", {status: 404, statusText: "Not Found"})]);
    expect([waits, String(result)]).toEqual([[], "Error: https://vendor.example/prices answered 404 Not Found"]);
  });
  it("calls no connection at all off line", async () => {
    const {result} = await run(Array.from({length: 5}, () => new TypeError("fetch failed")));
    expect(result).toBeInstanceOf(Offline);
    expect(String(result)).toMatch(/no connection to vendor.example/);
  });
});

describe("refreshPrices", () => {
  let folder: string;
  const said: string[] = [];
  beforeEach(async () => {
    said.length = 0;
    folder = await mkdtemp(join(tmpdir(), "when-parallel-pays-prices-"));
    for (const name of ["cloud_prices.csv", "sources.csv"]) await cp(`data/${name}`, join(folder, name));
  });
  afterEach(() => rm(folder, {recursive: true}));

  const machines = (usd: number) => `name,region,hour,hourSpot\ne2-standard-4,us-central1,${usd},0.080424\n`;
  const run = (mode: "check" | "update", provider: PriceProvider, answer: (url: string) => Promise<Response>) =>
    refreshPrices(mode, [provider], {
      ...{fetch: answer, sleep: async () => {}, day: "2026-11-25", say: (line: string) => void said.push(line)},
      ...{dataFolder: folder, workFolder: folder}
    });
  const files = async () =>
    Object.fromEntries(
      await Promise.all(
        ["cloud_prices.csv", "sources.csv"].map(
          async (name) => [name, await readFile(join(folder, name), "utf8")] as const
        )
      )
    );
  const offline = () => Promise.reject(new TypeError("fetch failed"));

  it("says that it is off line, and changes nothing", async () => {
    const before = await files();
    for (const mode of ["check", "update"] as const)
      for (const provider of ["aws", "azure", "google"] as const) expect(await run(mode, provider, offline)).toBe(3);
    expect(said.join("\n")).toMatch(
      /aws: off line, no connection to pricing.us-east-1.amazonaws.com: fetch failed. Nothing of it was changed./
    );
    expect(await files()).toEqual(before);
  });

  it("finds drift, prints it as a diff and ends with 1; writes nothing in a check", async () => {
    const before = await files();
    expect(await run("check", "google", async () => new Response(machines(0.2)))).toBe(1);
    const text = said.join("\n");
    expect(text).toContain(
      "Compute Engine on-demand, e2-standard-4, us-central1, x86_64\n  - 0.13402284 per instance-hour (2026-08-03)\n  + 0.2 (hour, 2026-11-25)"
    );
    expect(text).toMatch(/not listed any more/);
    expect(await files()).toEqual(before);
  });

  it("ends with 0 where nothing moved", async () => {
    const rows = parsePrices(await readFile("data/cloud_prices.csv", "utf8"), "prices");
    const table = new Map<string, [string, string]>();
    for (const {service, sku, price_usd} of rows.filter(({provider}) => provider === "google")) {
      if (!/^Compute Engine/.test(service)) continue;
      const pair = table.get(sku) ?? ["", ""];
      pair[/spot/.test(service) ? 1 : 0] = String(price_usd);
      table.set(sku, pair);
    }
    const text = [
      "name,region,hour,hourSpot",
      ...[...table].map(([name, pair]) => [name, "us-central1", ...pair].join(","))
    ].join("\n");
    expect(await run("check", "google", async () => new Response(text))).toBe(0);
  });

  it("writes price, day and a dated list, leaves every other line as it is, and the file stays sound", async () => {
    const before = (await files())["cloud_prices.csv"]!.split("\n");
    expect(await run("update", "google", async () => new Response(machines(0.2)))).toBe(0);
    const text = (await files())["cloud_prices.csv"]!;
    const changed = text.split("\n").filter((line, place) => line !== before[place]);
    expect(
      changed
        .map((line) => csvParse(`${before[0]}\n${line}`)[0]!)
        .map((row) => [row["service"], row["sku"], row["price_usd"], row["as_of"]])
    ).toEqual([
      ["Compute Engine on-demand", "e2-standard-4", "0.2", "2026-11-25"],
      ["Compute Engine spot", "e2-standard-4", "0.080424", "2026-11-25"]
    ]);
    expect(parsePrices(text, "prices")).toHaveLength(before.length - 2);
    const sources = new Set(csvParse((await files())["sources.csv"]!).map((row) => row["source_url"]));
    expect(parsePrices(text, "prices").filter((row) => !sources.has(row.source_url))).toEqual([]);
    expect(await readdir(join(folder, "cloud_price_lists"))).toEqual(["2026-11-25-google.csv"]);
  });

  it("reads through a vendor's whole list: Amazon's, offer by offer", async () => {
    const empty = {version: "v", publicationDate: "d", products: {}, terms: {OnDemand: {}}};
    const answer = async (url: string) =>
      new Response(
        url.endsWith("region_index.json")
          ? JSON.stringify({
              regions: {"us-east-1": {currentVersionUrl: url.includes("AWSLambda") ? "/lambda" : "/other"}}
            })
          : url.endsWith("/lambda")
            ? fixture("awsLambda.json")
            : JSON.stringify(empty)
      );
    expect(await run("check", "aws", answer)).toBe(1);
    expect(said.join("\n")).toContain(
      "Lambda, request, us-east-1, x86_64\n  - 2e-7 per request (2026-09-06)\n  + 3e-7 (Requests, 20261101000000)"
    );
  });

  it("goes on where a run was cut off", async () => {
    let asked = 0;
    const fetchText = resumable(async () => `answer ${++asked}`, folder, "2026-11-25");
    expect([await fetchText("https://a"), await fetchText("https://a"), await fetchText("https://b")]).toEqual([
      "answer 1",
      "answer 1",
      "answer 2"
    ]);
  });
});

describe("npm run prices", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/prices.ts", ...args], {encoding: "utf8"});
  it.each([
    [[], /say either --check or --update/],
    [["--check", "--update"], /say either/],
    [["--check", "oracle"], /a provider must be one of aws, azure, google, got oracle/]
  ])("answers %o with a sentence and exit code 2", (args, sentence) => {
    const {status, stderr} = run(...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
  it("helps", () => expect(run("--help")).toMatchObject({status: 0, stdout: expect.stringContaining("--check")}));
});

it("plainNumber writes no exponents", () => {
  expect([2e-7, 0.13402284, 4.608, 0, 100].map(plainNumber)).toEqual(["0.0000002", "0.13402284", "4.608", "0", "100"]);
});
