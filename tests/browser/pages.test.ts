import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {gzipSync} from "node:zlib";
import {type Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {pageBudgetBytes} from "../../scripts/checkSite.ts";
import {serveFolder, type FileServer} from "../../scripts/serveFolder.ts";
import {openBrowser} from "../../scripts/openBrowser.ts";
import {pages, settle, watchPage} from "./site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let browser: Browser;
let server: FileServer;
let origin: string;

beforeAll(async () => {
  server = await serveFolder("dist");
  origin = new URL(server.address).origin;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly target: readonly unknown[]; readonly failureSummary?: string}[];
}

const views = [
  {name: "light", options: {colorScheme: "light"}},
  {name: "dark", options: {colorScheme: "dark"}},
  {name: "375 px", options: {viewport: {width: 375, height: 800}}}
] as const;

describe.each(pages)("/%s", (path) => {
  test("opens without a complaint, asks no other origin and stays within its weight", async () => {
    const {page, complaints, requests} = await watchPage(browser, origin);
    const bodies: Promise<number>[] = [];
    page.on("response", (response) => {
      bodies.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(server.address + path);
    await settle(page);
    expect(complaints).toEqual([]);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.title()).toMatch(/When Parallel Pays/);
    expect(await page.locator("h1").count()).toBe(1);
    expect(requests.filter((url) => /\.wasm|\.duckdb/.test(url))).toEqual([]);
    const weight = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
    expect(weight).toBeLessThanOrEqual(pageBudgetBytes);
    await page.context().close();
  });

  test.each(views)("has no fault that axe finds: $name", async ({options}) => {
    const {page} = await watchPage(browser, origin, options);
    await page.goto(server.address + path);
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
    await page.context().close();
  });

  test("never scrolls sideways on a phone", async () => {
    const {page} = await watchPage(browser, origin, {viewport: {width: 375, height: 800}});
    await page.goto(server.address + path);
    await settle(page);
    const wider = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      return [...document.querySelectorAll("main *")]
        .filter((element) => element.getBoundingClientRect().right > width + 1 && element.closest(".scroll") === null)
        .map((element) => `${element.tagName} ${element.className}`);
    });
    expect(wider).toEqual([]);
    await page.context().close();
  });

  test("states its figures and shows its charts without script", async () => {
    const {page, complaints} = await watchPage(browser, origin, {javaScriptEnabled: false});
    await page.goto(server.address + path);
    expect(complaints).toEqual([]);
    expect(await page.locator("h1").innerText()).not.toBe("");
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(400);
    if (path !== "sources.html") {
      expect(await page.locator("main").innerText()).toMatch(/\d/);
      expect(await page.locator("main svg, main table").count()).toBeGreaterThan(0);
    }
    for (const chart of await page.locator("main figure svg").all()) {
      expect(await chart.locator("path, line, circle, rect").count()).toBeGreaterThan(1);
    }
    await page.context().close();
  });
});
