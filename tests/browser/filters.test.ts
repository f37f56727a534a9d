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

test.each(["overhead.html", "scalability.html"])(
  "%s: a filter opens the database and redraws the charts",
  async (path) => {
    const {page, complaints, requests} = await watchPage(browser, new URL(server.address).origin);
    await page.goto(server.address + path);
    await settle(page);
    const figures = () =>
      page.locator("main figure").evaluateAll((all) => all.map((figure) => figure.textContent).join(" "));
    const [before, status] = [await figures(), page.locator("main [role=status]").first()];
    expect(requests.some((url) => url.includes(".wasm"))).toBe(false);
    await page.locator("main details.filter-box > summary").click();
    const tools = page.locator('main form select[name$="tool"]');
    await tools.selectOption({index: 2});
    await page.waitForFunction(() => location.search.includes("tool="));
    await status.filter({hasText: "filtered measurements"}).waitFor({timeout: 60_000});
    expect(requests.some((url) => url.includes(".wasm"))).toBe(true);
    const filtered = await figures();
    expect(filtered).not.toBe(before);
    await page.reload();
    await settle(page);
    await status.filter({hasText: "filtered measurements"}).waitFor({timeout: 60_000});
    expect(await figures()).toBe(filtered);
    await page.goBack();
    await settle(page);
    await page.waitForFunction(() => location.search === "");
    // The engine says so of any database that was closed properly.
    expect(complaints.filter((text) => !text.includes("Buffering missing file: benchmarks.duckdb.wal"))).toEqual([]);
    await page.context().close();
  }
);
