import {expect, test} from "vitest";
import {openSite, settle} from "./site.ts";

const site = openSite();

test.each(["overhead.html", "scalability.html"])(
  "%s: a filter opens the database and redraws the charts",
  async (path) => {
    const {page, requests} = await site.watch();
    await page.goto(site.address + path);
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
  }
);
