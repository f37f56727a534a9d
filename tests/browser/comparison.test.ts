import {expect, test} from "vitest";
import {openSite, settle} from "./site.ts";

const site = openSite();

async function open(path: string, search = "") {
  const {page} = await site.watch({permissions: ["clipboard-read", "clipboard-write"]});
  await page.goto(`${site.address}${path}.html${search}`);
  await settle(page);
  await page.locator("#answer").waitFor();
  return page;
}

test("the comparison: a kind of work ranks, a reload restores it, Back undoes it", async () => {
  const page = await open("comparison-tables");
  const answer = () => page.locator("#answer").innerText();
  const before = await answer();
  expect(before).toMatch(/^No rank is given over all categories/);
  await page.locator('[name="profile"]').selectOption("A");
  await page.waitForFunction(() => location.search.includes("profile=A"));
  const after = await answer();
  expect(after).toMatch(/^Of what you install .+ comes first with \d/);
  await page.reload();
  await settle(page);
  expect(await answer()).toBe(after);
  await page.goBack();
  await settle(page);
  expect(await answer()).toBe(before);
});

test("the comparison: a table is copied by keyboard, and that is said", async () => {
  const page = await open("comparison-tables", "?group=orchestration");
  await page.getByRole("button", {name: "Copy as CSV"}).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== "");
  expect(await page.locator('[role="status"]').first().innerText()).toMatch(/^Copied as CSV: \d+ rows\.$/);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split(/\r?\n/)[0]).toMatch(/^table,rank,tool,total,first in,evidence covers,category,C1 overview,/);
});

test("the comparison: every score of a tool can be asked for its reason and source", async () => {
  const page = await open("comparison-tables", "?tool=dask");
  const why = page.locator("table.comparison").last();
  expect(await why.locator("tbody tr").count()).toBe(17);
  expect(await why.locator("a").first().getAttribute("href")).toMatch(/^https:/);
});

test("the framework: other weights change the order, and stand in the address", async () => {
  const page = await open("evaluation-framework");
  const answer = () => page.locator("#answer").innerText();
  const before = await answer();
  await page.getByText("Weights of the criteria").click();
  await page.locator('[name="weight-K10"]').fill("100");
  await page.waitForFunction(() => location.search.includes("weights="));
  expect(await answer()).not.toBe(before);
  await page.locator("figure.chart svg").nth(1).waitFor();
  expect(await page.locator("[data-figure]").count()).toBe(0);
});
