import {execFileSync} from "node:child_process";
import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {openSite, settle} from "./site.ts";

const site = openSite();

async function open(search = "") {
  const watched = await site.watch();
  await watched.page.goto(`${site.address}cost.html${search}`);
  await settle(watched.page);
  await watched.page.locator("table.costs").first().waitFor();
  return watched;
}

const rowTexts = (page: Page) =>
  page
    .locator("table.costs")
    .first()
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => row.textContent ?? ""));

test("the page says the price that the command line says", async () => {
  const {page} = await open("?tasks=10000&seconds=30");
  const args = ["--import", "tsx", "scripts/cost.ts", "--tasks", "10000", "--seconds", "30", "--json"];
  const answers = JSON.parse(execFileSync(process.execPath, args, {encoding: "utf8"})) as {
    service: string;
    usd: number;
  }[];
  for (const service of ["lambda-x86", "fargate-arm", "cloud-run-jobs", "functions-flex"]) {
    const usd = answers.find((answer) => answer.service === service)!.usd;
    const shown = await page.locator(`[data-service="${service}"]`).first().innerText();
    expect(shown, service).toBe(`USD ${usd.toFixed(2)}`);
  }
});

test("a price opens its sources, with date and address, by keyboard too", async () => {
  const {page} = await open();
  const sources = page.locator("#cost-sources");
  expect(await sources.isVisible()).toBe(false);
  await page.locator('[data-service="lambda-x86"]').first().focus();
  await page.keyboard.press("Enter");
  await sources.waitFor({state: "visible"});
  expect(await sources.innerText()).toMatch(/Lambda, duration: USD .* 20\d\d-\d\d-\d\d/);
  expect(await sources.locator("a").first().getAttribute("href")).toMatch(/^https:\/\/pricing/);
  await page.keyboard.press("Escape");
  await sources.waitFor({state: "hidden"});
});

test("a slider repaints answer and address; reload restores, back undoes", async () => {
  const {page} = await open();
  const answer = () => page.locator("#answer").innerText();
  const before = await answer();
  await page.locator('[name="seconds"]').fill("40");
  await page.waitForFunction(() => location.search.includes("seconds=40"));
  const after = await answer();
  expect(after).not.toBe(before);
  await page.reload();
  await settle(page);
  expect(await answer()).toBe(after);
  await page.goBack();
  await settle(page);
  expect(await answer()).toBe(before);
});

test("a filter opens the database and narrows the offers", async () => {
  const {page, requests} = await open();
  expect(requests.some((url) => url.includes(".wasm"))).toBe(false);
  await page.locator('[name="filter-provider"]').selectOption("azure");
  await page.locator("main [role=status]").filter({hasText: "filtered prices"}).waitFor({timeout: 60_000});
  const rows = await rowTexts(page);
  expect(rows.some((row) => row.startsWith("Azure"))).toBe(true);
  expect(rows.filter((row) => /^(AWS|Amazon|Google|GKE|Modal)/.test(row))).toEqual([]);
  await page.reload();
  await settle(page);
  await page.locator("main [role=status]").filter({hasText: "filtered prices"}).waitFor({timeout: 60_000});
  expect(await rowTexts(page)).toEqual(rows);
});
