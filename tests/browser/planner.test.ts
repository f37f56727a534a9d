import {type Locator, type Page} from "playwright-core";
import {beforeEach, expect, test} from "vitest";
import {openSite, settle} from "./site.ts";

const site = openSite();
let page: Page;

beforeEach(async () => {
  ({page} = await site.watch());
});

async function open(search = ""): Promise<void> {
  await page.goto(site.address + search);
  await ready();
}

/** Waits for the planner, and opens what it keeps folded: a control must be seen to be used. */
async function ready(): Promise<void> {
  await settle(page);
  await page.locator("main form [name]").first().waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("main form details")) details.open = true;
  });
}

/** All that the planner says once it has said all, without what the controls themselves show. */
async function said(): Promise<string> {
  for (let before = "", attempt = 0; ; attempt++) {
    const now = await page.evaluate(() => {
      const main = document.querySelector("main")!.cloneNode(true) as HTMLElement;
      for (const form of main.querySelectorAll("form")) form.remove();
      return main.textContent!.replace(/\s+/g, " ").trim();
    });
    if (now === before || attempt > 40) return now;
    before = now;
    await page.waitForTimeout(250);
  }
}

/** The planner's state as its controls show it. */
const state = () =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement>("main form [name]")];
    return Object.fromEntries(
      controls
        .filter(({type, checked}) => type !== "radio" || checked)
        .map(({name, type, value, checked}) => [name, type === "checkbox" ? checked : value])
    );
  });

const names = () =>
  page.evaluate(() => [
    ...new Set([...document.querySelectorAll<HTMLInputElement>("main form [name]")].map(({name}) => name))
  ]);

/** Gives the control of this name another value, as a reader would. */
async function change(name: string): Promise<void> {
  const control: Locator = page.locator(`main form [name="${name}"]`);
  const first = control.first();
  const kind = await first.evaluate((element: HTMLInputElement) => element.type);
  if (kind === "radio") await page.locator(`main form [name="${name}"]:not(:checked)`).last().check();
  else if (kind === "checkbox") await first.setChecked(!(await first.isChecked()));
  else if (kind.startsWith("select")) {
    const {value, options} = await first.evaluate((element: HTMLSelectElement) => ({
      value: element.value,
      options: [...element.options].filter(({disabled}) => !disabled).map((option) => option.value)
    }));
    await first.selectOption(options.filter((option) => option !== value).at(-1)!);
  } else {
    const {value, max, min} = await first.evaluate(({value, max, min}: HTMLInputElement) => ({value, max, min}));
    const wanted = Number(value) === 0 ? Number(min) || 1 : Number(value) * 2;
    const next = max !== "" && wanted > Number(max) ? Number(min || 1) : wanted;
    await first.fill(String(next));
  }
  await page.waitForFunction((name) => new URLSearchParams(location.search).has(name), name);
  await settle(page);
}

test("the answer stands on the page, as a sentence with a figure", async () => {
  await open();
  expect(await page.locator("#answer").innerText()).toMatch(/\d.*\./s);
});

test("every control changes the answer and the address; reload restores both; back undoes", async () => {
  await open();
  const controls = await names();
  expect(controls.length).toBeGreaterThanOrEqual(9);
  const silent: string[] = [];
  for (const name of controls) {
    // A start method is a matter of processes, and so is asked where they are worth having.
    // A limit of memory is a matter of many workers.
    const start = `?tasks=2000&seconds=0.02${name === "memory_gib" ? "&workers=64" : ""}`;
    await open(start);
    const [before, stateBefore] = [await said(), await state()];
    await change(name);
    const [after, stateAfter, search] = [await said(), await state(), new URL(page.url()).search];
    if (after === before) silent.push(name);
    expect(search, name).toMatch(new RegExp(`[?&]${name}=`));
    expect(stateAfter, name).not.toEqual(stateBefore);
    await page.reload();
    await ready();
    expect(await state(), `${name} after reload`).toEqual(stateAfter);
    expect(await said(), `${name} after reload`).toBe(after);
    await page.goBack();
    await settle(page);
    await page.waitForFunction((search) => location.search === search, start);
    expect(await state(), `${name} after back`).toEqual(stateBefore);
  }
  expect(silent).toEqual([]);
});

test("each slider moves by keyboard and takes its number along", async () => {
  await open();
  const sliders = page.locator('main form input[type="range"]');
  expect(await sliders.count()).toBeGreaterThanOrEqual(4);
  for (const slider of await sliders.all()) {
    const before = await state();
    await slider.focus();
    await page.keyboard.press("PageUp");
    expect(await state(), (await slider.getAttribute("aria-label")) ?? "").not.toEqual(before);
  }
  await settle(page);
});

test("an absurd value in the address gets a sentence, and the page keeps working", async () => {
  await open("?tasks=-5&seconds=banana");
  const main = await page.locator("main").innerText();
  expect(main).toMatch(/tasks/i);
  expect(main).toMatch(/-5|banana/);
  const before = await said();
  await page.locator('main form [name="tasks"]').first().fill("123");
  await settle(page);
  expect(await said()).not.toBe(before);
});

test("the page says the same as the command line", async () => {
  await open("?tasks=2000&seconds=0.02");
  const {execFileSync} = await import("node:child_process");
  const args = ["--import", "tsx", "scripts/plan.ts", "--tasks", "2000", "--seconds", "0.02", "--json"];
  const {answer} = JSON.parse(execFileSync(process.execPath, args, {encoding: "utf8"})) as {answer: string};
  const words = (text: string) => text.replace(/\s+/g, " ").trim();
  expect(words(await page.locator("#answer").innerText())).toContain(words(answer));
});

test("a machine.json carries every prediction over to that machine, is kept, and is forgotten by a button", async () => {
  await open("?tasks=2000&seconds=0.0005&warm=true");
  const before = await page.locator("#answer").innerText();
  const section = page.locator(".machine-file");
  await section.locator("summary").click();
  const cell = {
    tool: "multiprocessing",
    variant: "pool",
    start_method: "spawn",
    kind: "cpu-gil",
    workers: 2,
    samples: 3
  };
  const machine = {
    kind: "when-parallel-pays machine",
    version: 1,
    machine: "test-2",
    cpu_model: "made up",
    cores: 2,
    python_version: "3.13.0",
    python_build: "gil",
    measured_utc: "2026-11-25T10:00:00Z",
    loop_step_seconds: null,
    capacity_cores: null,
    cells: [{...cell, task_count: 1000, task_seconds: 3e-8, run_seconds: 5}],
    starts: []
  };
  const give = (name: string, text: string) =>
    section.locator("input[type=file]").setInputFiles({name, mimeType: "application/json", buffer: Buffer.from(text)});
  await give("wrong.json", "{}");
  await section.locator("[role=alert]").filter({hasText: "wrong.json: This JSON is of another kind"}).waitFor();
  expect(await page.locator("#answer").innerText()).toBe(before);
  await give("machine.json", JSON.stringify(machine));
  await section.locator("[role=status]").filter({hasText: "test-2"}).waitFor();
  await page.waitForFunction((text) => document.querySelector("#answer")!.textContent !== text, before);
  const after = await said();
  await page.reload();
  await ready();
  await page.locator(".machine-file [role=status]").filter({hasText: "test-2"}).waitFor();
  expect(await said()).toBe(after);
  await page.getByRole("button", {name: "Forget my machine"}).click();
  await settle(page);
  expect(await page.locator("#answer").innerText()).toBe(before);
});

test("the file is chosen with the keyboard too", async () => {
  await open();
  const summary = page.locator(".machine-file summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("machine-file");
});
