import {JSDOM} from "jsdom";
import {beforeEach, describe, expect, it} from "vitest";
import {breakEvenMap} from "../../src/components/breakEvenMap.ts";
import {type KeptText, keptText} from "../../src/components/keptText.ts";
import {planner} from "../../src/components/planner.ts";
import {type Calibration} from "../../src/model/calibration.ts";
import {predict} from "../../src/model/predict.ts";
import {startupSeconds} from "../../src/model/startupSeconds.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {someFits} from "../fixtures/fits.ts";
import {fakeAddress} from "./fakeAddress.ts";

const {window} = new JSDOM("", {url: "http://localhost/"});
const {document} = window;

const measured = someFits.filter(({tool}) => !tool.startsWith("serial"));

/** A machine on which handing over takes three times as long. */
const slow: Calibration = {
  kind: "when-parallel-pays machine",
  version: 1,
  machine: "slow-4",
  cpu_model: "made up",
  cores: 4,
  python_version: "3.13.0",
  python_build: "gil",
  measured_utc: "2026-11-25T10:00:00Z",
  loop_step_seconds: 2e-7,
  capacity_cores: 3.9,
  cells: measured.map((fit) => {
    const {chunk, call, workerChunk, item} = fit.parameters;
    const costs = {chunk: chunk * 3, call: call * 3, workerChunk: workerChunk * 3, item: item * 3};
    const slower = {...fit, parameters: {...fit.parameters, ...costs}};
    const w = {...defaultWorkload, tasks: 1000, seconds: 3e-8, warm: true};
    const {tool, variant, startMethod: start_method} = fit;
    const named = {tool, variant, start_method, kind: "cpu-gil" as const, workers: 2};
    return {...named, task_count: 1000, task_seconds: 3e-8, run_seconds: predict(slower, w).seconds, samples: 3};
  }),
  starts: measured.map((fit) => ({
    tool: fit.tool,
    variant: fit.variant,
    start_method: fit.startMethod,
    workers: 2,
    seconds: 2 * startupSeconds(fit, 2)
  }))
};

function inMemory(first: string | null = null): KeptText & {now: () => string | null} {
  let text = first;
  return {read: () => text, write: (next) => void (text = next), now: () => text};
}

function open(kept: KeptText) {
  const {address, entries} = fakeAddress();
  const effects = {document, address, later: (work: () => void) => work(), width: () => 640, kept};
  const node = planner({fits: someFits, referenceStepSeconds: 1e-7}, effects);
  document.body.replaceChildren(node);
  const find = <Found extends HTMLElement>(selector: string) => node.querySelector<Found>(selector)!;
  const give = async (text: string, name = "machine.json", size = text.length) => {
    const file = {name, size, text: () => Promise.resolve(text)};
    const dropped = new window.Event("drop", {bubbles: true, cancelable: true});
    Object.assign(dropped, {dataTransfer: {files: [file]}});
    find(".drop-zone").dispatchEvent(dropped);
    await new Promise((next) => setTimeout(next, 0));
  };
  return {node, find, give, entries, answer: () => find("#answer").textContent ?? ""};
}

beforeEach(() => document.body.replaceChildren());

describe("the reader's machine", () => {
  it("changes the answer, says whose it is, brings its cores, and is kept", async () => {
    const kept = inMemory();
    const page = open(kept);
    const before = page.answer();
    await page.give(JSON.stringify(slow));
    expect(page.answer()).not.toBe(before);
    expect(page.find("[role=status]").textContent).toBe(
      "Predictions are for your machine slow-4 (made up, 4 cores, Python 3.13.0), measured 2026-11-25."
    );
    expect(page.find<HTMLInputElement>("[name=cores]").value).toBe("4");
    expect(page.entries.at(-1)).toBe("?cores=4");
    expect(page.node.querySelector(".machine-file table")!.textContent).toMatch(/(2\.9\d?|3)×/);
    expect(page.node.querySelector(".machine-file")!.textContent).toContain("Plain Python takes 2× the time there.");
    expect(kept.now()).toBe(JSON.stringify(slow));
  });

  it("says when the machine was not the reader's alone while it was measured", async () => {
    const page = open(inMemory());
    await page.give(JSON.stringify({...slow, capacity_cores: 1.234}));
    expect(page.find("[role=status]").textContent).toMatch(
      / Other programs ran meanwhile: only 1\.2 of 4 cores were to be had\. Measure again when the machine is quiet\.$/
    );
  });

  it("is there again after a reload, and on the page of break-evens", () => {
    const kept = inMemory(JSON.stringify(slow));
    expect(open(kept).find("[role=status]").textContent).toMatch(/slow-4/);
    const address = {read: () => "", replace: () => {}, push: () => {}, onBack: () => {}};
    const map = breakEvenMap({fits: someFits}, {document, address, later: (work) => work(), width: () => 640, kept});
    expect(map.textContent).toContain("For your machine slow-4");
  });

  it("is forgotten by a button: the answer is as before, and nothing is kept", async () => {
    const kept = inMemory();
    const page = open(kept);
    const before = page.answer();
    await page.give(JSON.stringify({...slow, cores: 2}));
    const forget = page.find<HTMLButtonElement>(".machine-file button");
    expect(forget.hidden).toBe(false);
    forget.click();
    expect(page.answer()).toBe(before);
    expect(kept.now()).toBeNull();
    expect(forget.hidden).toBe(true);
    expect(page.find("[role=status]").textContent).toBe("");
  });

  it.each([
    ["hello", "notes.txt", /^notes\.txt: This is not JSON\. The file is machine\.json/],
    ["run_id,sample_id\n1,2\n", "samples.csv", /^samples\.csv: This is samples\.csv/],
    [
      JSON.stringify({...slow, cores: 0}),
      "machine.json",
      /^machine\.json: cores must be a whole number from 1 on, got 0/
    ]
  ])("a wrong file gets a sentence and changes nothing: %s", async (text, name, sentence) => {
    const kept = inMemory();
    const page = open(kept);
    const before = page.answer();
    await page.give(text, name);
    expect(page.find(".machine-file [role=alert]").textContent).toMatch(sentence);
    expect(page.answer()).toBe(before);
    expect(kept.now()).toBeNull();
  });

  it("does not read a file that is far too large", async () => {
    const page = open(inMemory());
    await page.give("x", "huge.json", 5e9);
    expect(page.find(".machine-file [role=alert]").textContent).toBe(
      "huge.json: it holds 5 GB, far too much for a machine.json."
    );
  });

  it("drops what an older page kept and this one cannot read", () => {
    const kept = inMemory("{}");
    expect(open(kept).find("[role=status]").textContent).toBe("");
    expect(kept.now()).toBeNull();
  });
});

describe("keptText", () => {
  it("uses the browser's store, and lives without one", () => {
    const kept = keptText(window as unknown as Window, "a");
    kept.write("b");
    expect(window.localStorage.getItem("a")).toBe("b");
    kept.write(null);
    expect(window.localStorage.getItem("a")).toBeNull();
    const refusing = {
      get localStorage(): Storage {
        throw new Error("refused");
      }
    } as unknown as Window;
    const own = keptText(refusing, "a");
    own.write("c");
    expect(own.read()).toBe("c");
  });
});
