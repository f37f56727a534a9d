import {type Browser} from "playwright-core";

/** What the planner took, in milliseconds, one entry a move of a slider; and how much the page jumped while it opened. */
export interface PlannerTimes {
  /** Main-thread time from the slider's event to the answer laid out: sentence, ranking, band, formula. */
  readonly repaint: readonly number[];
  /** From the event until break-even points and flips stand there. */
  readonly rest: readonly number[];
  /** The same for uneven tasks, each move another spread of their lengths, so that no schedule was played before. */
  readonly unevenRest: readonly number[];
  readonly layoutShift: number;
  /** To compute every field of the winner map of the break-even page, on the main thread. */
  readonly map: readonly number[];
}

/** Moves the planner's sliders of a served site and times it in the page. */
export async function measurePlanner(browser: Browser, address: string, moves = 200): Promise<PlannerTimes> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, {shifts});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as {value: number}).value);
    }).observe({type: "layout-shift", buffered: true});
  });
  await page.goto(address);
  await page.locator(".planner .break-even").first().waitFor();
  await page.waitForTimeout(1000);
  const layoutShift = await page.evaluate(() =>
    (globalThis as unknown as {shifts: number[]}).shifts.reduce((sum, value) => sum + value, 0)
  );
  const repaint = await page.evaluate(async (moves) => {
    const sliders = ["tasks", "seconds", "cores"].map((name) =>
      document.querySelector<HTMLInputElement>(`#control-${name}-slider`)!
    );
    const answer = document.querySelector<HTMLElement>("#answer")!;
    const found: number[] = [];
    for (let move = 0; move < moves; move++) {
      const slider = sliders[move % sliders.length]!;
      slider.value = String((Number(slider.value) + 37) % 400);
      const start = performance.now();
      slider.dispatchEvent(new Event("input", {bubbles: true}));
      // Reading a size makes the browser lay the new answer out.
      answer.getBoundingClientRect();
      found.push(performance.now() - start);
      await new Promise((next) => requestAnimationFrame(next));
    }
    return found;
  }, moves);
  const rest: number[] = [];
  for (let move = 0; move < 20; move++)
    rest.push(await page.evaluate(restOfMove, {name: "seconds", value: 120 + ((move * 13) % 160)}));
  const unevenRest: number[] = [];
  for (let move = 1; move <= 20; move++)
    unevenRest.push(await page.evaluate(restOfMove, {name: "cv", value: move / 10}));
  await page.goto(new URL("break-even.html", address).href);
  await page.locator(".planner-result svg").first().waitFor();
  await page.waitForTimeout(1000);
  const map: number[] = [];
  for (let move = 0; move < 20; move++) map.push(await page.evaluate(mapOfMove, move));
  await page.close();
  return {repaint, rest, unevenRest, layoutShift, map};
}

/** Runs in the page: how long the map's fields took, as the page itself marks it. */
async function mapOfMove(move: number): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>("#control-cores-slider")!;
  const before = performance.getEntriesByName("winner-cells").length;
  slider.value = String((Number(slider.value) + 37 + move) % 400);
  slider.dispatchEvent(new Event("input", {bubbles: true}));
  slider.dispatchEvent(new Event("change", {bubbles: true}));
  const start = performance.now();
  while (performance.getEntriesByName("winner-cells").length === before && performance.now() - start < 10_000)
    await new Promise((next) => setTimeout(next, 5));
  return performance.getEntriesByName("winner-cells").at(-1)?.duration ?? 10_000;
}

/**
 * Runs in the page: from the move of a slider until break-even points and flips stand there. An observer tells at once; a
 * timer may be served only after the tables of all tools, which the page computes next.
 */
async function restOfMove({name, value}: {readonly name: string; readonly value: number}): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>(`#control-${name}-slider`)!;
  const edges = document.querySelector(".planner .edges")!;
  slider.value = String(value);
  const start = performance.now();
  const standing = new Promise<number>((found) => {
    new MutationObserver(() => found(performance.now())).observe(edges, {childList: true});
    setTimeout(() => found(Infinity), 10_000);
  });
  slider.dispatchEvent(new Event("input", {bubbles: true}));
  slider.dispatchEvent(new Event("change", {bubbles: true}));
  const taken = (await standing) - start;
  await new Promise((next) => setTimeout(next, 400));
  return Math.min(taken, 10_000);
}
