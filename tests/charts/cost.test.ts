import {JSDOM} from "jsdom";
import {beforeAll, beforeEach, describe, expect, it} from "vitest";
import {type CloudFacts, readCloud} from "../../loaders/readCloud.ts";
import {costByLengthChart} from "../../src/components/costByLengthChart.ts";
import {costFrontierChart} from "../../src/components/costFrontierChart.ts";
import {costPlanner} from "../../src/components/costPlanner.ts";
import {costAll} from "../../src/model/costAll.ts";
import {costCurves} from "../../src/model/costCurves.ts";
import {costFields, defaultCostWorkload} from "../../src/model/costFields.ts";
import {describeCharts} from "./describeCharts.ts";
import {fakeAddress} from "./fakeAddress.ts";

const {window} = new JSDOM("");
const {document} = window;

/** Three offers with round prices: the charts must not change with every refresh of the prices. */
const points = [
  {service: "a", name: "Functions", provider: "aws", usd: 12, seconds: 300, feasible: true},
  {service: "b", name: "Containers", provider: "google", usd: 4, seconds: 3000, feasible: true},
  {service: "c", name: "Machines", provider: "azure", usd: 9, seconds: 5000, feasible: true},
  {service: "d", name: "Excluded", provider: "azure", usd: 1, seconds: 1, feasible: false},
  {service: "own-machine", name: "The machine under the desk", provider: "any", usd: 20, seconds: 9000, feasible: true}
];
const curves = ["own-machine", "a", "b"].flatMap((service, place) =>
  [0.01, 0.1, 1, 10].map((value) => ({
    ...{service, name: `offer ${service}`, provider: ["any", "aws", "google"][place]!, value},
    per_million_usd: service === "b" && value > 1 ? null : (place + 1) * Math.max(1, value * 10)
  }))
);

describeCharts(
  {
    costFrontier: (width) => costFrontierChart(points, {width, document}),
    costByLength: (width) => costByLengthChart(curves, {width, document, here: 0.5})
  },
  /cost|price/i
);

it("names the offers that none beats, and no excluded one", () => {
  const label = costFrontierChart(points, {document}).getAttribute("aria-label");
  expect(label).toContain("Containers, USD 4.00 after 50 min; Functions, USD 12.00 after 5 min");
  expect(label).not.toMatch(/Machines|Excluded/);
});

it("says so where nothing can do the work", () => {
  expect(costFrontierChart([], {document}).textContent).toContain("No offer can do this work.");
});

let facts: CloudFacts;
beforeAll(async () => {
  facts = await readCloud();
});
beforeEach(() => document.body.replaceChildren());

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function open(search = "", {fail = false, today = "2026-11-25"} = {}) {
  const {address, entries, goBack} = fakeAddress(search);
  const asked: string[] = [];
  const node = costPlanner(facts, {
    ...{document, address, later: (work: () => void) => work(), width: () => 640, today: () => today},
    open: async () => {
      if (fail) throw new Error("no engine");
      return async (sql) => {
        asked.push(sql);
        return facts.prices.filter(({provider}) => !sql.includes("'aws'") || provider === "aws");
      };
    }
  });
  document.body.replaceChildren(node);
  const find = <Found extends Element>(selector: string) => {
    const found = node.querySelector<Found>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const set = async (name: string, value: string) => {
    const field = find<HTMLInputElement>(`[name="${name}"]`);
    if (field.type === "radio") find<HTMLInputElement>(`[name="${name}"][value="${value}"]`).checked = true;
    else field.value = value;
    field.dispatchEvent(new window.Event("input", {bubbles: true}));
    field.dispatchEvent(new window.Event("change", {bubbles: true}));
    await settled();
  };
  return {node, entries, asked, find, set, goBack, result: () => find(".planner-result").textContent ?? ""};
}

describe("the cost page", () => {
  it("asks for the length of a task first", () => {
    expect(open().find<HTMLInputElement>("form input[name]").name).toBe("seconds");
  });

  it.each([
    ["seconds", "0.2"],
    ["tasks", "500"],
    ["vcpu", "2"],
    ["memory_gib", "6"],
    ["concurrency", "10"],
    ["free_tier", "true"],
    ["startup", "typical"],
    ["packing", "100"],
    ["lambda_mb", "3000"],
    ["payload", "300000"],
    ["steps", "5"],
    ["egress_gib", "100"],
    ["interruptions", "0.5"],
    ["spot", "avoided"],
    ["quotas", "raised"],
    ["cluster", "own"],
    ["platform", "windows"],
    ["deadline_hours", "3"],
    ["runs_a_month", "30"],
    ["warm_instances", "2"],
    ["own_cores", "16"],
    ["own_memory_gib", "4"],
    ["own_watts", "300"],
    ["own_kwh_usd", "0.4"],
    ["own_purchase_usd", "3000"],
    ["own_life_years", "2"],
    ["own_hours_a_year", "500"],
    ["swing", "50"]
  ])("%s changes the answer and the address, and the address brings it back", async (name, value) => {
    const page = open();
    const before = page.result();
    await page.set(name, value);
    expect(page.result()).not.toBe(before);
    expect(new URLSearchParams(page.entries.at(-1)).get(name)).toBe(value);
    const there = page.result();
    expect(open(page.entries.at(-1)).result()).toBe(there);
    page.goBack();
    expect(page.result()).toBe(before);
  });

  it("has a control for every input", () => {
    const {node} = open();
    expect(costFields.filter(({name}) => !node.querySelector(`[name="${name}"]`))).toEqual([]);
    for (const field of node.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select"))
      expect(field.labels?.length || field.getAttribute("aria-label"), field.name).toBeTruthy();
  });

  it("says the price that the command line says, and opens its sources", () => {
    const page = open("?tasks=10000&seconds=30");
    const lambda = costAll({...defaultCostWorkload, tasks: 10_000, seconds: 30}, facts).find(
      ({service}) => service === "lambda-x86"
    )!;
    const button = page.find<HTMLButtonElement>('[data-service="lambda-x86"]');
    expect(button.textContent).toBe(`USD ${lambda.usd!.toFixed(2)}`);
    expect(button.getAttribute("popovertarget")).toBe("cost-sources");
    button.click();
    const sources = page.find("#cost-sources");
    const dates = lambda.prices.map(({as_of}) => as_of);
    for (const date of dates) expect(sources.textContent).toContain(date);
    const links = [...sources.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(lambda.prices.map(({source_url}) => source_url));
    expect(sources.textContent).toContain("1769 MB");
  });

  it("gives every shown price its sources", () => {
    const {node} = open();
    const shown = [...node.querySelectorAll("table.costs td.number")].filter((cell) =>
      /USD/.test(cell.textContent ?? "")
    );
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter((cell) => !cell.querySelector("button[data-service][popovertarget]"))).toEqual([]);
  });

  it("greys what a limit excludes, with the limit", () => {
    const {node} = open("?seconds=2000&tasks=10");
    const row = [...node.querySelectorAll("tr.excluded")].find((one) => one.textContent?.startsWith("AWS Lambda, x86"));
    expect(row?.textContent).toContain("maximum run time: 15 min");
  });

  it("marks old prices by the reader's day", () => {
    expect(open("", {today: "2026-10-15"}).find("table.costs tbody tr").querySelector(".stale")).toBeNull();
    const later = open("", {today: "2028-01-01"});
    const rows = [...later.node.querySelectorAll("table.costs tbody tr:not(.excluded)")];
    expect(rows.filter((row) => !row.querySelector(".stale")).map((row) => row.textContent)).toEqual(
      rows.filter((row) => row.textContent?.endsWith("yours")).map((row) => row.textContent)
    );
  });

  it("opens the database with the first filter, and narrows the offers to it", async () => {
    const page = open();
    expect(page.asked).toEqual([]);
    await page.set("filter-provider", "aws");
    expect(page.asked).toHaveLength(1);
    expect(page.asked[0]).toContain("provider = 'aws'");
    expect(page.entries.at(-1)).toBe("?provider=aws");
    const named = [...page.node.querySelectorAll("table.costs th[scope=row]")].map((cell) => cell.textContent ?? "");
    expect(named.some((name) => /Lambda/.test(name))).toBe(true);
    expect(named.filter((name) => /Google|Azure|GKE|Modal/.test(name))).toEqual([]);
    expect(page.find("[role=status]").textContent).toMatch(/filtered prices/);
  });

  it("says so when the database does not open, and keeps its answers", async () => {
    const page = open("", {fail: true});
    const before = page.find("table.costs").textContent;
    await page.set("filter-region", "us-east-1");
    expect(page.find("[role=status].error").textContent).toMatch(/could not be asked: no engine/);
    expect(page.find("table.costs").textContent).toBe(before);
  });

  it("names a bad value in the address and what is allowed, and works on", () => {
    const page = open("?tasks=-5&seconds=0.2&swing=banana&provider=nobody");
    const alert = page.find("[role=alert]").textContent;
    expect(alert).toContain("tasks must be a whole number 1…1000000000, got -5.");
    expect(alert).toContain("swing must be a whole number 1…90, got banana.");
    expect(page.find("[role=status]").textContent).toMatch(/provider must be one of aws, .* got nobody/);
    expect(page.find<HTMLInputElement>("[name=seconds]").value).toBe("0.2");
  });

  it("goes on at the ends of every slider", () => {
    for (const search of ["?tasks=1&seconds=0.001", "?tasks=1000000000&seconds=86400", "?memory_gib=1024&vcpu=128"])
      expect(open(search).find("#answer").textContent).toMatch(/USD|No cloud offer/);
  });

  it("draws a curve no further than its limits", () => {
    const rows = costCurves({...defaultCostWorkload, seconds: 100}, "seconds", (work) => costAll(work, facts), 20);
    const lambda = rows.filter(({service}) => service === "lambda-arm");
    for (const {value, per_million_usd: usd} of lambda) expect(usd === null, String(value)).toBe(value > 900);
  });
});
