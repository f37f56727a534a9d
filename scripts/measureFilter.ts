import {type Browser} from "playwright-core";

/** What a filter of an analysis took in the page, milliseconds. */
export interface FilterTimes {
  /** The first filter: the engine and the whole database are loaded. */
  readonly first: number;
  /** Each later one, until every chart of the page is drawn again. */
  readonly later: readonly number[];
}

/** Sets filters on a page of a served site and times them. */
export async function measureFilter(browser: Browser, address: string): Promise<FilterTimes> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.goto(address);
  await page.locator("main form.filters").waitFor({state: "attached"});
  const values = await page
    .locator("#control-filter-tool option")
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value).filter((value) => value !== ""));
  const set = (value: string) =>
    page.evaluate(async (value) => {
      const select = document.querySelector<HTMLSelectElement>("#control-filter-tool")!;
      const status = document.querySelector(".explorer [role=status]")!;
      select.value = value;
      const start = performance.now();
      select.dispatchEvent(new Event("change", {bubbles: true}));
      while (!/^The /.test(status.textContent ?? "")) {
        if (performance.now() - start > 120_000) throw new Error(`the filter did not end: ${status.textContent}`);
        await new Promise((next) => setTimeout(next, 1));
      }
      if (status.className === "error") throw new Error(status.textContent ?? "");
      return performance.now() - start;
    }, value);
  const first = await set(values[0] as string);
  const later: number[] = [];
  for (const value of [...values.slice(1), ...values].slice(0, 12)) later.push(await set(value));
  await page.close();
  return {first, later};
}
