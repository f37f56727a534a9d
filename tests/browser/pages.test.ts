import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {gzipSync} from "node:zlib";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {readTools} from "../../loaders/readTools.ts";
import {pageBudgetBytes} from "../../scripts/checkSite.ts";
import {openSite, pages, settle} from "./site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const site = openSite();

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly target: readonly unknown[]; readonly failureSummary?: string}[];
}

const views = [
  {name: "light", options: {colorScheme: "light"}},
  {name: "dark", options: {colorScheme: "dark"}},
  {name: "375 px", options: {viewport: {width: 375, height: 800}}}
] as const;

/** Tools whose pages are walked, one a category, each with much to show; the rest come of the same template. */
const walkedTools = ["multiprocessing", "dask", "airflow", "aws-lambda"];
const isWalked = (path: string) => !/^tools\/./.test(path) || walkedTools.some((slug) => path === `tools/${slug}.html`);

test("the walked tools stand for every category, and every tool has its page", async () => {
  const tools = await readTools();
  const categories = (slugs: readonly string[]) =>
    new Set(tools.filter(({slug}) => slugs.includes(slug)).map(({category}) => category));
  expect(categories(walkedTools)).toEqual(categories(tools.map(({slug}) => slug)));
  expect(pages.filter((path) => /^tools\/./.test(path))).toEqual(tools.map(({slug}) => `tools/${slug}.html`).sort());
});

describe.each(pages.filter((path) => !isWalked(path)))("/%s, unopened", (path) => {
  test("has one top heading, its contents, its figures and no error", () => {
    const {document} = new JSDOM(readFileSync(`dist/${path}`, "utf8")).window;
    expect(document.querySelectorAll("main h1")).toHaveLength(1);
    expect(document.querySelector(".observablehq--error")).toBeNull();
    const headings = [...document.querySelectorAll("main h2")].map((heading) => heading.textContent);
    expect(headings).toEqual(expect.arrayContaining(["Overview", "Measured profile", "Performance", "Alternatives"]));
    expect(new Set(headings).size).toBe(headings.length);
    expect(document.querySelector("main")!.textContent!.length).toBeGreaterThan(3000);
    expect(document.querySelectorAll("main table").length).toBeGreaterThan(0);
    const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    for (const button of document.querySelectorAll("button[popovertarget]"))
      expect(document.getElementById(button.getAttribute("popovertarget")!), button.outerHTML).not.toBeNull();
    for (const chart of document.querySelectorAll("main figure svg"))
      expect(chart.querySelectorAll("path, line, circle, rect").length).toBeGreaterThan(1);
    expect(
      [...document.querySelectorAll("script")].some(({textContent}) => /\.wasm|duckdb/.test(textContent ?? ""))
    ).toBe(false);
  });
});

describe.each(pages.filter(isWalked))("/%s", (path) => {
  test("opens without a complaint, asks no other origin and stays within its weight", async () => {
    const {page, requests} = await site.watch();
    const bodies: Promise<number>[] = [];
    page.on("response", (response) => {
      bodies.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(site.address + path);
    await settle(page);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.title()).toMatch(/When Parallel Pays/);
    expect(await page.locator("h1").count()).toBe(1);
    expect(requests.filter((url) => /\.wasm|\.duckdb/.test(url))).toEqual([]);
    const weight = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
    expect(weight).toBeLessThanOrEqual(pageBudgetBytes);
  });

  test.each(views)("has no fault that axe finds: $name", async ({options}) => {
    const {page} = await site.watch(options);
    await page.goto(site.address + path);
    await settle(page);
    await page.evaluate(axe);
    const violations = await page.evaluate(
      (values) =>
        (
          globalThis as unknown as {axe: {run: (node: Document, options: object) => Promise<{violations: Violation[]}>}}
        ).axe
          .run(document, {runOnly: {type: "tag", values}})
          .then(({violations}) => violations),
      rules
    );
    const faults = violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id}: ${target.join(" ")} — ${failureSummary}`)
    );
    expect(faults).toEqual([]);
  });

  test("never scrolls sideways on a phone", async () => {
    const {page} = await site.watch({viewport: {width: 375, height: 800}});
    await page.goto(site.address + path);
    await settle(page);
    const wider = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      return [...document.querySelectorAll("main *")]
        .filter((element) => element.getBoundingClientRect().right > width + 1 && element.closest(".scroll") === null)
        .map((element) => `${element.tagName} ${element.className}`);
    });
    expect(wider).toEqual([]);
  });

  test("states its figures and shows its charts without script", async () => {
    const {page} = await site.watch({javaScriptEnabled: false});
    await page.goto(site.address + path);
    expect(await page.locator("h1").innerText()).not.toBe("");
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(400);
    if (path !== "sources.html") {
      expect(await page.locator("main").innerText()).toMatch(/\d/);
      expect(await page.locator("main svg, main table").count()).toBeGreaterThan(0);
    }
    for (const chart of await page.locator("main figure svg").all()) {
      expect(await chart.locator("path, line, circle, rect").count()).toBeGreaterThan(1);
    }
  });
});
