import {cp, mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serveFolder, type FileServer} from "../../scripts/serveFolder.ts";
import {openBrowser} from "../../scripts/openBrowser.ts";
import {pages, settle, watchPage} from "./site.ts";

let browser: Browser;
let server: FileServer;
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "exported site "));
  await cp("dist", copy, {recursive: true});
  server = await serveFolder(copy, {below: "/sub/folder"});
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(copy, {recursive: true, force: true});
});

test("a copy of the site runs from a sub-folder of any file server", async () => {
  const {page, complaints, requests} = await watchPage(browser, new URL(server.address).origin);
  for (const path of pages) {
    await page.goto(server.address + path);
    await settle(page);
  }
  expect(complaints).toEqual([]);
  const outside = requests.filter((url) => url.startsWith("http") && !url.startsWith(server.address));
  expect(outside).toEqual([]);
});

test("following the list of pages by clicks reaches every chapter, inside the sub-folder", async () => {
  const {page, complaints} = await watchPage(browser, new URL(server.address).origin);
  await page.goto(server.address);
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
    reached.add(page.url().slice(server.address.length));
  }
  expect([...reached].sort()).toEqual(pages.filter((path) => reached.has(path)));
  expect(reached.size).toBe(followed.length);
  expect(complaints).toEqual([]);
});

test("searching finds a page and leads to it", async () => {
  const {page, complaints} = await watchPage(browser, new URL(server.address).origin);
  await page.goto(server.address);
  await settle(page);
  await page.locator("#observablehq-search input").fill("overhead");
  const result = page.locator("#observablehq-search-results a").first();
  await result.waitFor();
  await result.click();
  await settle(page);
  expect(page.url().startsWith(server.address)).toBe(true);
  expect(await page.locator("h1").count()).toBe(1);
  expect(complaints).toEqual([]);
});
