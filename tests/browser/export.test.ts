import {mkdtempSync} from "node:fs";
import {cp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openSite, pages, settle} from "./site.ts";

const copy = mkdtempSync(join(tmpdir(), "exported site "));
beforeAll(() => cp("dist", copy, {recursive: true}));
afterAll(() => rm(copy, {recursive: true, force: true}));
const site = openSite(copy, {below: "/sub/folder"});

test("a copy of the site runs from a sub-folder of any file server", async () => {
  const {page, requests} = await site.watch();
  for (const path of pages) {
    await page.goto(site.address + path);
    await settle(page);
  }
  const outside = requests.filter((url) => url.startsWith("http") && !url.startsWith(site.address));
  expect(outside).toEqual([]);
});

test("following the list of pages by clicks reaches every chapter, inside the sub-folder", async () => {
  const {page} = await site.watch();
  await page.goto(site.address);
  await settle(page);
  const links = page.locator("#observablehq-sidebar .observablehq-link a");
  const reached = new Set<string>();
  const folded = await links.evaluateAll((all) => all.map((link) => link.closest("details") !== null));
  // The tools' pages are folded and alike: the first of them stands for all.
  const followed = folded.flatMap((inside, index) => (inside && index !== folded.indexOf(true) ? [] : [index]));
  for (const index of followed) {
    const summary = page.locator("#observablehq-sidebar details:not([open]) > summary");
    if (folded[index] && (await summary.count()) > 0) await summary.first().click();
    await links.nth(index).click();
    await settle(page);
    reached.add(page.url().slice(site.address.length));
  }
  expect([...reached].sort()).toEqual(pages.filter((path) => reached.has(path)));
  expect(reached.size).toBe(followed.length);
});

test("searching finds a page and leads to it", async () => {
  const {page} = await site.watch();
  await page.goto(site.address);
  await settle(page);
  await page.locator("#observablehq-search input").fill("overhead");
  const result = page.locator("#observablehq-search-results a").first();
  await result.waitFor();
  await result.click();
  await settle(page);
  expect(page.url().startsWith(site.address)).toBe(true);
  expect(await page.locator("h1").count()).toBe(1);
});
