import {JSDOM} from "jsdom";
import {beforeEach, describe, expect, it} from "vitest";
import {breakEvenMap} from "../../src/components/breakEvenMap.ts";
import {formulaWithNumbers} from "../../src/components/formulaWithNumbers.ts";
import {planner} from "../../src/components/planner.ts";
import {plannerChart} from "../../src/components/plannerChart.ts";
import {winnerCells} from "../../src/components/winnerCells.ts";
import {winnerMap} from "../../src/components/winnerMap.ts";
import {predict} from "../../src/model/predict.ts";
import {rank} from "../../src/model/rank.ts";
import {defaultWorkload, workloadFields} from "../../src/model/workloadFields.ts";
import {someFits} from "../fixtures/fits.ts";
import {fakeAddress} from "./fakeAddress.ts";

const {window} = new JSDOM("");
const {document} = window;

function open(search = "") {
  const fake = fakeAddress(search);
  const effects = {document, address: fake.address, later: (work: () => void) => work(), width: () => 640};
  const node = planner({fits: someFits}, effects);
  document.body.replaceChildren(node);
  const find = <Found extends Element>(selector: string) => {
    const found = node.querySelector<Found>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const set = (name: string, value: string) => {
    const field = find<HTMLInputElement>(`[name="${name}"]`);
    if (field.type === "radio") find<HTMLInputElement>(`[name="${name}"][value="${value}"]`).checked = true;
    else field.value = value;
    field.dispatchEvent(new window.Event("input", {bubbles: true}));
    field.dispatchEvent(new window.Event("change", {bubbles: true}));
  };
  return {...fake, node, find, set, result: () => find(".planner-result").textContent ?? ""};
}

beforeEach(() => document.body.replaceChildren());

describe("planner", () => {
  it("says what rank says", () => {
    expect(open().find("#answer").textContent).toBe(rank(defaultWorkload, someFits).answer);
  });

  it.each([
    ["tasks", "200"],
    ["seconds", "0.2"],
    ["cores", "8"],
    ["workers", "1"],
    ["kind", "waiting"],
    ["payload_in", "1000000"],
    ["payload_out", "1000000"],
    ["cv", "1.5"],
    ["runs_a_day", "100"],
    ["warm", "true"],
    ["imports", "2"],
    ["start_method", "spawn"],
    ["chunk", "7"],
    ["platform", "windows"],
    ["need", "history"],
    ["effort_weight", "1"],
    ["cost_weight", "1"]
  ])("%s changes the answer and the address, and the address brings it back", (name, value) => {
    const page = open();
    const before = page.result();
    page.set(name, value);
    expect(page.result()).not.toBe(before);
    expect(new URLSearchParams(page.entries.at(-1)).get(name)).toBe(value);
    const there = page.result();
    expect(open(page.entries.at(-1)).result()).toBe(there);
  });

  it("goes back to what was there before", () => {
    const page = open();
    const before = page.result();
    page.set("tasks", "200");
    page.goBack();
    expect(page.result()).toBe(before);
    expect(page.find<HTMLInputElement>("[name=tasks]").value).toBe("10000");
  });

  it("makes one entry of one move of a slider", () => {
    const page = open();
    const slider = page.find<HTMLInputElement>("#control-tasks-slider");
    for (const position of ["100", "120", "140"]) {
      slider.value = position;
      slider.dispatchEvent(new window.Event("input", {bubbles: true}));
    }
    slider.dispatchEvent(new window.Event("change", {bubbles: true}));
    expect(page.entries).toHaveLength(2);
  });

  it("names a bad value in the address and what is allowed, and works on", () => {
    const page = open("?tasks=-5&seconds=0.2");
    expect(page.find("[role=alert]").textContent).toBe("tasks must be a whole number 1…1000000000, got -5.");
    expect(page.find("#control-tasks").getAttribute("aria-invalid")).toBe("true");
    expect(page.find<HTMLInputElement>("[name=seconds]").value).toBe("0.2");
    expect(page.find("#answer").textContent).toBe(rank({...defaultWorkload, seconds: 0.2}, someFits).answer);
  });

  it("gives every control a label and every slider its value in words", () => {
    const {node} = open();
    for (const field of node.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
      expect(field.labels?.length || field.getAttribute("aria-label")).toBeTruthy();
    }
    for (const slider of node.querySelectorAll("input[type=range]")) {
      expect(slider.getAttribute("aria-valuetext")).toMatch(/\w/);
    }
    expect(node.querySelector("#control-seconds-slider")?.getAttribute("aria-valuetext")).toBe("5 ms");
  });

  it("has a control for every input that the answer depends on", () => {
    const {node} = open();
    const missing = workloadFields.filter(({name}) => !node.querySelector(`[name="${name}"]`)).map(({name}) => name);
    expect(missing).toEqual([]);
  });
});

describe("formulaWithNumbers", () => {
  it("shows the parts that predict gives, and they sum to the time", () => {
    const answer = rank(defaultWorkload, someFits);
    const [first] = answer.ranking;
    if (!first) throw new Error("no ranking");
    const fit = someFits.find(
      ({tool, variant, startMethod}) =>
        tool === first.tool && variant === first.variant && startMethod === first.start_method
    );
    if (!fit) throw new Error("no fit");
    const node = formulaWithNumbers(first, fit, defaultWorkload, document);
    const shown = [...node.querySelectorAll(".terms data")].map((data) => Number(data.getAttribute("value")));
    const total = shown.pop() ?? NaN;
    const {parts, seconds} = predict(fit, defaultWorkload);
    expect([...shown].sort()).toEqual(
      Object.values(parts)
        .filter((part) => part > 0)
        .sort()
    );
    expect(total).toBe(seconds);
    expect(shown.reduce((sum, part) => sum + part, 0)).toBeCloseTo(seconds, 9);
  });
});

describe("plannerChart", () => {
  it("draws what it drew", async () => {
    const svg = plannerChart({fits: someFits}, {document}).outerHTML;
    await expect(svg + "\n").toMatchFileSnapshot("snapshots/plannerChart.svg");
  });

  it("always has the plain loop, and dashes what lies outside the measured range", () => {
    const svg = plannerChart({fits: someFits, workload: {...defaultWorkload, tasks: 1e6}}, {document, axis: "tasks"});
    expect(svg.textContent).toContain("plain loop");
    expect(svg.querySelectorAll("[stroke-dasharray='6 5']").length).toBeGreaterThan(0);
  });
});

describe("winnerMap", () => {
  it("gives the plain loop the corner of few short tasks and processes the corner of many long ones", () => {
    const cells = winnerCells(someFits, defaultWorkload);
    expect(cells[0]).toMatchObject({tool: "serial", tie: false});
    expect(["multiprocessing", "concurrent-futures-process", "joblib"]).toContain(cells.at(-1)?.tool);
  });

  it("draws what it drew", async () => {
    const svg = winnerMap({fits: someFits}, {document}).outerHTML;
    await expect(svg + "\n").toMatchFileSnapshot("snapshots/winnerMap.svg");
  });
});

describe("breakEvenMap", () => {
  it("redraws the map for another setting and keeps it in the address", () => {
    const {address, entries} = fakeAddress();
    const node = breakEvenMap({fits: someFits}, {document, address, later: (work) => work(), width: () => 640});
    const before = node.querySelector("svg")?.getAttribute("aria-label");
    const kind = node.querySelector<HTMLInputElement>("[name=kind][value=waiting]");
    if (!kind) throw new Error("no kind");
    kind.checked = true;
    kind.dispatchEvent(new window.Event("input", {bubbles: true}));
    expect(node.querySelector("svg")?.getAttribute("aria-label")).not.toBe(before);
    expect(entries).toEqual(["", "?kind=waiting"]);
  });
});
