import * as arquero from "arquero";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {overheadExplorer} from "../../src/components/overheadExplorer.ts";
import {scalabilityExplorer} from "../../src/components/scalabilityExplorer.ts";
import {fakeAddress} from "./fakeAddress.ts";
import {viewRows} from "./viewRows.ts";

const rows = viewRows();
const filterChoices = [
  {axis: "tool", value: "joblib", samples: 10},
  {axis: "tool", value: "multiprocessing", samples: 30},
  {axis: "start_method", value: "spawn", samples: 20}
];

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

async function open(make: typeof overheadExplorer, {search = "", fail = false} = {}) {
  const {window} = new JSDOM(
    '<main><figure data-figure="startupPhases"><svg class="baked"></svg></figure><figure data-figure="dispatchCost" data-pattern="sequential"><svg class="baked"></svg></figure></main>'
  );
  const {address, entries} = fakeAddress(search);
  const asked: string[] = [];
  let opened = 0;
  const answer = (sql: string) => {
    if (/'startup'/.test(sql)) return rows.startup;
    if (/'dispatch'/.test(sql)) return rows.dispatch;
    if (/'scaling'/.test(sql)) return rows.scaling;
    if (/'waiting'/.test(sql)) return rows.waiting;
    return [];
  };
  const node = make(
    {...rows, filterChoices},
    {
      document: window.document,
      address,
      open: async () => {
        opened += 1;
        if (fail) throw new Error("no engine");
        return async (sql) => {
          asked.push(sql);
          return answer(sql);
        };
      },
      arquero: async () => arquero
    }
  );
  window.document.querySelector("main")?.prepend(node);
  await settled();
  const set = async (name: string, value: string) => {
    const field = node.querySelector<HTMLSelectElement>(`[name="filter-${name}"]`);
    if (!field) throw new Error(`no filter ${name}`);
    field.value = value;
    field.dispatchEvent(new window.Event("change", {bubbles: true}));
    await settled();
  };
  return {node, window, entries, asked, set, opened: () => opened};
}

describe("analysis filters", () => {
  it("draw the first look without a database, in the place of the baked charts", async () => {
    const page = await open(overheadExplorer);
    expect(page.opened()).toBe(0);
    expect(page.window.document.querySelectorAll("figure[data-figure] svg[role=img]")).toHaveLength(2);
    expect(page.window.document.querySelector(".baked")).toBeNull();
  });

  it("open the database once, with the first filter, and keep it in the address", async () => {
    const page = await open(overheadExplorer);
    await page.set("tool", "joblib");
    await page.set("start_method", "spawn");
    expect(page.opened()).toBe(1);
    expect(page.asked[0]).toContain("s.tool IN ('joblib')");
    expect(page.asked.at(-1)).toContain("s.start_method IN ('spawn')");
    expect(page.entries.at(-1)).toBe("?tool=joblib&start_method=spawn");
  });

  it("narrow to a family of tools, and roll up by it", async () => {
    const page = await open(overheadExplorer, {search: "?family=threads"});
    const labels = page.window.document.querySelector("[data-figure=startupPhases] svg")?.textContent;
    expect(labels).toContain("ThreadPoolExecutor");
    expect(labels).not.toContain("joblib");
    const pivot = page.node.querySelector("table");
    expect([...(pivot?.querySelectorAll("th[scope=row]") ?? [])].map((cell) => cell.textContent)).toEqual(["threads"]);
    expect(pivot?.querySelectorAll("td")).toHaveLength(2);
  });

  it("say so where nothing is left", async () => {
    const page = await open(scalabilityExplorer, {search: "?family=coroutines"});
    expect(page.node.textContent).toContain("No measurement is left by these filters.");
  });

  it("name a value that no list offers", async () => {
    const page = await open(overheadExplorer, {search: "?tool=ray"});
    expect(page.node.querySelector("[role=status]")?.textContent).toBe(
      "tool must be one of joblib, multiprocessing, got ray."
    );
    expect(page.opened()).toBe(0);
  });

  it("keep the charts and say what failed when the database cannot be opened", async () => {
    const page = await open(overheadExplorer, {fail: true});
    await page.set("tool", "joblib");
    expect(page.node.querySelector("[role=status]")?.textContent).toContain("no engine");
    expect(page.window.document.querySelectorAll("figure[data-figure] svg[role=img]")).toHaveLength(2);
  });
});
