import {type Browser, type Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {openBrowser} from "../../scripts/openBrowser.ts";
import {serveFolder, type FileServer} from "../../scripts/serveFolder.ts";
import {settle, watchPage} from "./site.ts";

let browser: Browser;
let server: FileServer;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await serveFolder("dist");
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  ({page, complaints} = await watchPage(browser, new URL(server.address).origin));
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

async function open(search = ""): Promise<void> {
  await page.goto(`${server.address}performance-analysis${search}`);
  await settle(page);
  await page.locator("#answer").waitFor();
}

/** The live tree: the one beside the form. */
const tree = () => page.locator(".planner .tree");
const answer = () => page.locator("#answer").textContent();

test("the tree of an address ends in the planner's answer to the same numbers", async () => {
  const search = "?tasks=300&seconds=0.02&runs_a_day=20";
  await open(search);
  const end = (await answer())!;
  await page.goto(server.address + search);
  await settle(page);
  const sentence = (await page.locator("#answer").textContent())!;
  expect(end.endsWith(sentence)).toBe(true);
});

test("a key on a control moves tree and address, and Back brings both back", async () => {
  await open();
  const [before, there] = [await tree().innerHTML(), page.url()];
  await page.locator("#control-tasks-slider").focus();
  for (let press = 0; press < 8; press++) await page.keyboard.press("PageDown");
  await expect.poll(() => tree().innerHTML()).not.toBe(before);
  expect(page.url()).toContain("tasks=");
  while (page.url() !== there) await page.goBack();
  await expect.poll(() => tree().innerHTML()).toBe(before);
});

test("the three trees are chosen by radio, the third asks for hours", async () => {
  await open();
  expect(await page.locator("#control-deadline_hours").isVisible()).toBe(false);
  await page.locator("[name=tree][value=leave]").check();
  await expect.poll(() => page.locator("#control-deadline_hours").isVisible()).toBe(true);
  expect(page.url()).toContain("tree=leave");
  await expect.poll(() => tree().textContent()).toContain("Is this machine done in time?");
});

test("without script the trees of the chapter stand there", async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const still = await context.newPage();
  await still.goto(`${server.address}performance-analysis`);
  expect(await still.locator("figure .tree").count()).toBe(3);
  expect(await still.locator("figure .tree .reached").count()).toBe(3);
  await context.close();
});
