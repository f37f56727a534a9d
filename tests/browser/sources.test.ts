import {type Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serveFolder, type FileServer} from "../../scripts/serveFolder.ts";
import {openBrowser} from "../../scripts/openBrowser.ts";
import {settle, watchPage} from "./site.ts";

let browser: Browser;
let server: FileServer;

beforeAll(async () => {
  server = await serveFolder("dist");
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(search = "") {
  const watched = await watchPage(browser, new URL(server.address).origin);
  await watched.page.goto(`${server.address}sources.html${search}`);
  await settle(watched.page);
  await watched.page.locator('form[aria-label="Filter the list of sources"]').waitFor();
  return watched;
}

const rows = 'table[data-table="source_pages"] tbody tr:not([hidden])';

test("the list of sources narrows by words and by use, tells how many are left, and reloads as it was", async () => {
  const {page, complaints} = await open();
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
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what is old is marked by the reader's own day", async () => {
  const {page} = await open("?stale=1");
  const count = await page.locator(rows).count();
  expect(count).toBeGreaterThan(0);
  expect(await page.locator(`${rows} .stale`).count()).toBe(count);
  await page.context().close();
});
