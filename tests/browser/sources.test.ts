import {expect, test} from "vitest";
import {openSite, settle} from "./site.ts";

const site = openSite();

async function open(search = "") {
  const {page} = await site.watch();
  await page.goto(`${site.address}sources.html${search}`);
  await settle(page);
  await page.locator('form[aria-label="Filter the list of sources"]').waitFor();
  return page;
}

const rows = 'table[data-table="source_pages"] tbody tr:not([hidden])';

test("the list of sources narrows by words and by use, tells how many are left, and reloads as it was", async () => {
  const page = await open();
  const all = await page.locator(rows).count();
  expect(all).toBeGreaterThan(300);
  await page.locator('[name="text"]').fill("python.org");
  await page.waitForFunction(() => location.search.includes("text=python.org"));
  await page.locator('[name="text"]').fill("ray");
  await page.locator('[name="use"]').selectOption("tools: ray");
  const few = await page.locator(rows).count();
  expect(few).toBeGreaterThan(3);
  expect(few).toBeLessThan(60);
  expect(await page.locator("main [role=status]").innerText()).toContain(`${few} of ${all} sources`);
  await page.reload();
  await settle(page);
  expect(await page.locator(rows).count()).toBe(few);
  await page.goBack();
  await settle(page);
  expect(await page.locator(rows).count()).toBeGreaterThan(few);
});

test("what is old is marked by the reader's own day", async () => {
  const page = await open("?stale=1");
  const count = await page.locator(rows).count();
  expect(count).toBeGreaterThan(0);
  expect(await page.locator(`${rows} .stale`).count()).toBe(count);
});
