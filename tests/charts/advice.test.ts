import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {adviceExplorer} from "../../src/components/adviceExplorer.ts";
import {roadmapTimeline} from "../../src/components/roadmapTimeline.ts";
import {makeFit} from "../fixtures/fits.ts";
import {fakeAddress} from "./fakeAddress.ts";

const {window} = new JSDOM("");
const {document} = window;

const facts = {
  fits: [makeFit({startMethod: "spawn"})],
  works: [
    {
      id: "W01",
      name: "books",
      items: 10,
      seconds: 0.4,
      kind: "cpu-gil" as const,
      pool: "process" as const,
      payloadIn: 0,
      payloadOut: 0,
      importSeconds: 0.5,
      gain: {value: 20, low: 18, high: 22}
    }
  ],
  changes: [
    {
      id: "I01",
      name: "One load",
      step: "serial" as const,
      workload: "W01",
      weeks_low: 2,
      weeks_high: 3,
      reach: 5,
      depends_on: null
    },
    {
      id: "I02",
      name: "A pool",
      step: "pool" as const,
      workload: "W01",
      weeks_low: 1,
      weeks_high: 2,
      reach: 4,
      depends_on: null
    }
  ]
};

function open(search = "") {
  const {address, entries} = fakeAddress(search);
  const node = adviceExplorer(facts, {document, address, later: (task) => task(), width: () => 640});
  document.body.replaceChildren(node);
  const set = (name: string, value: string) => {
    const field = node.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
    field.value = value;
    field.dispatchEvent(new window.Event("input", {bubbles: true}));
  };
  return {node, entries, set, text: () => node.textContent ?? ""};
}

it("answers for the documents' batches, and anew when the files are moved, with the address", () => {
  const page = open();
  expect(page.text()).toContain("After better serial code no workload pays in a pool.");
  page.set("files", "5000");
  expect(page.text()).toContain("After better serial code 1 of 1 workloads pay in a pool.");
  expect(page.entries.at(-1)).toBe("?files=5000");
});

it("restores what the address says, and says what in it is wrong", () => {
  const page = open("?files=5000&cores=0");
  expect(page.text()).toContain("1 of 1 workloads pay");
  expect(page.text()).toContain("cores must be a whole number 1…128, got 0.");
});

it("draws the roadmap with both cases", async () => {
  const rows = [
    {
      id: "I01",
      name: "One load",
      phase: 1,
      phase_name: "Foundation",
      start_weeks_low: 0,
      end_weeks_low: 2,
      start_weeks_high: 0,
      end_weeks_high: 3
    },
    {
      id: "I02",
      name: "A pool",
      phase: 2,
      phase_name: "Scaling",
      start_weeks_low: 2,
      end_weeks_low: 3,
      start_weeks_high: 3,
      end_weeks_high: 5
    }
  ];
  await expect(roadmapTimeline(rows, {document}).outerHTML).toMatchFileSnapshot("snapshots/roadmapTimeline.svg");
});
