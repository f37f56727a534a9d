import * as Plot from "@observablehq/plot";
import {formatUnit} from "../schema/formatUnit.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {emptyNote} from "./emptyNote.ts";
import {isNarrow} from "./isNarrow.ts";
import {plotChart} from "./plotChart.ts";

/** A row of the view `validation_cells`. */
export interface ValidationCellRow {
  readonly kind: string;
  readonly predicted_seconds: number;
  readonly measured_seconds: number;
}

const kinds = [
  ["cpu-gil", "computing that holds the GIL"],
  ["cpu-releases-gil", "computing that releases the GIL"],
  ["waiting", "waiting"]
] as const;

/** The goal's ninth decile, drawn as a band either way. */
const near = 1.1;

/** Measured over predicted time of work that no fit has seen, a dot a cell, a strip a kind of work. */
export function validationScatter(
  rows: readonly ValidationCellRow[],
  {width = 640, height, document, ariaLabel}: ChartOptions = {}
): SVGSVGElement {
  const shown = rows
    .filter(({predicted_seconds, measured_seconds}) => predicted_seconds > 0 && measured_seconds > 0)
    .map(({kind, predicted_seconds, measured_seconds}) => ({
      kind,
      predicted_seconds,
      factor: measured_seconds / predicted_seconds
    }));
  const strips = kinds.filter(([kind]) => shown.some((row) => row.kind === kind));
  const alternative = ariaLabel ?? "Measured over predicted time of work that no fit has seen, a dot a cell.";
  if (shown.length === 0)
    return plotChart({
      ariaLabel: alternative,
      width,
      height: 80,
      ...(document ? {document} : {}),
      marks: [emptyNote()]
    });
  const times = shown.map((row) => row.predicted_seconds);
  const factors = shown.map(({factor}) => factor);
  const across: [number, number] = [Math.min(...times) / 1.1, Math.max(...times) * 1.1];
  const up: [number, number] = [Math.min(0.8, ...factors) / 1.02, Math.max(1.25, ...factors) * 1.02];
  return plotChart({
    ariaLabel: alternative,
    width,
    height: height ?? 78 + strips.length * 170,
    ...(document ? {document} : {}),
    marginLeft: 60,
    marginTop: 46,
    marginBottom: 42,
    x: {
      type: "log",
      domain: across,
      label: "Predicted",
      ticks: (isNarrow(width) ? [0.05, 0.2, 1, 5] : [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]).filter(
        (value) => value >= across[0] && value <= across[1]
      ),
      tickFormat: (value: number) => formatUnit(value, "s")
    },
    y: {
      type: "log",
      domain: up,
      label: "Measured over predicted",
      ticks: [0.5, 0.8, 1, 1.25, 2, 4].filter((value) => value >= up[0] && value <= up[1]),
      tickFormat: (value: number) => formatUnit(value, "×")
    },
    fy: {domain: strips.map(([kind]) => kind), axis: null, padding: 0.12},
    marks: [
      Plot.rectY(strips, {
        fy: ([kind]: readonly string[]) => kind,
        x1: across[0],
        x2: across[1],
        y1: 1 / near,
        y2: near,
        fill: "currentColor",
        fillOpacity: 0.08
      }),
      Plot.gridY({stroke: "currentColor", strokeOpacity: 0.12}),
      Plot.ruleY([1], {stroke: "currentColor", strokeOpacity: 0.5}),
      Plot.dot(shown, {
        fy: "kind",
        x: "predicted_seconds",
        y: "factor",
        r: 3.5,
        stroke: "#2f7ed8",
        fill: "#2f7ed8",
        fillOpacity: 0.35
      }),
      Plot.text(strips, {
        fy: ([kind]: readonly string[]) => kind,
        text: ([, words]: readonly string[]) => words,
        frameAnchor: "top-left",
        dx: 4,
        dy: -12
      })
    ]
  });
}
