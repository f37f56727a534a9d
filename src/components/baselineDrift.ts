import * as Plot from "@observablehq/plot";
import {type ChartOptions} from "./chartOptions.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {plotChart} from "./plotChart.ts";

/** One measurement of the pinned serial baseline, at its place in the order of the run. */
export interface BaselineRow {
  readonly order_index: number;
  readonly baseline_seconds: number;
}

/** How steady the machine was: the same serial work, again and again through the run. */
export function baselineDrift(
  rows: readonly BaselineRow[],
  {width = 640, height = 260, document, ariaLabel}: ChartOptions = {}
): SVGSVGElement {
  const sorted = [...rows].map(({baseline_seconds}) => baseline_seconds).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const points = rows.map(({order_index, baseline_seconds}) => ({order_index, ratio: baseline_seconds / middle}));
  const ratios = points.map(({ratio}) => ratio);
  return plotChart({
    ariaLabel: ariaLabel ?? "Time of the serial baseline relative to its median, in the order of the run.",
    width,
    height,
    ...(document ? {document} : {}),
    marginLeft: 56,
    marginBottom: 40,
    x: {label: "Sample, in the order measured", ticks: width < 480 ? 4 : 8},
    y: {
      label: "Baseline against its median",
      domain: [Math.min(0.95, ...ratios), Math.max(1.05, ...ratios)],
      ticks: 5,
      tickFormat: (value: number) => formatUnit(value, "×")
    },
    marks: [
      Plot.gridY({stroke: "currentColor", strokeOpacity: 0.12}),
      Plot.ruleY([1], {stroke: "currentColor", strokeOpacity: 0.5}),
      Plot.dot(points, {x: "order_index", y: "ratio", r: 2, stroke: null, fill: "#2f7ed8", fillOpacity: 0.6})
    ]
  });
}
