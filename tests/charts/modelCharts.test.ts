import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {chunkSweep} from "../../src/components/chunkSweep.ts";
import {validationScatter} from "../../src/components/validationScatter.ts";

const {document} = new JSDOM("").window;

const cells = [
  {kind: "cpu-gil", predicted_seconds: 0.1, measured_seconds: 0.11},
  {kind: "cpu-gil", predicted_seconds: 0.3, measured_seconds: 0.29},
  {kind: "waiting", predicted_seconds: 0.2, measured_seconds: 0.4}
];
const series = {tool: "multiprocessing", variant: "pool", start_method: "spawn"};
const sweep = [1, 8, 64].map((chunk) => ({
  ...series,
  task_seconds: 0.0001,
  chunk,
  predicted_seconds: 0.3 / (1 + chunk / 10),
  predicted_seconds_low: 0.25 / (1 + chunk / 10),
  predicted_seconds_high: 0.35 / (1 + chunk / 10),
  measured_seconds: chunk === 8 ? 0.2 : null
}));

const dots = (svg: SVGSVGElement) => svg.querySelectorAll("circle, g[aria-hidden] path, path[transform]").length;

describe("validationScatter", () => {
  it("draws a dot a cell in a strip for each kind that there is, named in words", () => {
    const svg = validationScatter(cells, {document});
    expect(svg.querySelectorAll("circle")).toHaveLength(3);
    expect(svg.textContent).toContain("computing that holds the GIL");
    expect(svg.textContent).toContain("waiting");
    expect(svg.textContent).not.toContain("releases");
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toMatch(/Measured over predicted/);
  });

  it("keeps to a narrow width, and says so when nothing was measured", () => {
    expect(validationScatter(cells, {document, width: 343}).getAttribute("viewBox")).toMatch(/^0 0 343 /);
    expect(validationScatter([], {document}).textContent).toContain("Nothing was measured here.");
  });
});

describe("chunkSweep", () => {
  it("draws the sweep of the length asked for, with marks where measured", () => {
    const [with_, without] = [
      chunkSweep(sweep, {document, task_seconds: "0.0001"}),
      chunkSweep(sweep, {document, task_seconds: 1})
    ];
    expect(with_.textContent).toContain("multiprocessing.Pool");
    expect(without.textContent).toContain("Nothing was measured here.");
    const unmeasured = sweep.map((row) => ({...row, measured_seconds: null}));
    expect(dots(with_)).toBeGreaterThan(dots(chunkSweep(unmeasured, {document})));
  });

  it("keeps to a narrow width", () =>
    expect(chunkSweep(sweep, {document, width: 343}).getAttribute("viewBox")).toMatch(/^0 0 343 /));
});
