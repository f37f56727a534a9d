import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {toolProfile} from "../../src/components/toolProfile.ts";

const {document} = new JSDOM("").window;

/** A series whose efficiency rises with the length of a task. */
const series = (tool: string, start_method: string, kind: string) =>
  [1e-4, 1e-3, 1e-2].map((task_seconds) => {
    const efficiency = task_seconds / (task_seconds + 1e-3);
    const bounds = {efficiency_low: efficiency * 0.9, efficiency_high: Math.min(1, efficiency * 1.1)};
    return {
      tool,
      variant: tool === "multiprocessing" ? "pool" : "default",
      start_method,
      kind,
      workers: 2,
      task_seconds,
      efficiency,
      ...bounds
    };
  });

const words = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("text")].map((text) => text.textContent ?? "").join("\n");

it("draws a line a variant of one tool, each with a symbol of its own, no wider than a phone", () => {
  const rows = ["fork", "spawn"].flatMap((method) => series("multiprocessing", method, "cpu-gil"));
  const svg = toolProfile([...rows, ...series("multiprocessing", "spawn", "cpu-releases-gil")], {document, width: 720});
  expect(words(svg)).toContain("multiprocessing.Pool · fork");
  expect(words(svg)).toContain("multiprocessing.Pool · spawn");
  expect(words(svg)).not.toContain("GIL released");
  expect(svg.getAttribute("viewBox")).toMatch(/^0 0 400 /);
  expect(svg.getAttribute("aria-label")).toContain("Efficiency of 2 workers");
  const shapes = new Set(
    [...svg.querySelectorAll("path[fill-opacity], g[fill-opacity] path, circle")].map(
      (dot) => dot.getAttribute("d") ?? "circle"
    )
  );
  expect(shapes.size).toBeGreaterThanOrEqual(2);
});

it("shows threads with work that releases the GIL beside work that holds it", () => {
  const rows = ["cpu-gil", "cpu-releases-gil"].flatMap((kind) => series("concurrent-futures-thread", "none", kind));
  expect(words(toolProfile(rows, {document}))).toContain("ThreadPoolExecutor, GIL released");
});

it("leaves out what was measured with fewer workers", () => {
  const rows = series("joblib", "none", "cpu-gil");
  const svg = toolProfile([...rows, ...rows.map((row) => ({...row, variant: "loky", workers: 1}))], {document});
  expect(words(svg)).not.toContain("loky");
});
