import {type Page} from "playwright-core";
import {beforeEach, expect, test} from "vitest";
import {openSite, settle} from "./site.ts";

const site = openSite();
let page: Page;

beforeEach(async () => {
  ({page} = await site.watch());
});

async function open(search = ""): Promise<void> {
  await page.goto(`${site.address}performance-analysis${search}`);
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
  await page.goto(site.address + search);
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
  const {page: still} = await site.watch({javaScriptEnabled: false});
  await still.goto(`${site.address}performance-analysis`);
  expect(await still.locator("figure .tree").count()).toBe(3);
  expect(await still.locator("figure .tree .reached").count()).toBe(3);
});
