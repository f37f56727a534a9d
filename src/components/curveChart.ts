import * as Plot from "@observablehq/plot";
import {nice} from "d3";
import {type ChartOptions} from "./chartOptions.ts";
import {type EndLabel} from "./drawEndLabels.ts";
import {emptyNote} from "./emptyNote.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {isNarrow} from "./isNarrow.ts";
import {logTicks} from "./logTicks.ts";
import {plotChart} from "./plotChart.ts";

/** A point of a curve; `low` and `high` bound its 80 % band; `extrapolated` points lie outside what was measured. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly extrapolated?: boolean;
}

export interface Curve {
  readonly label: string;
  readonly color: string;
  readonly symbol: Plot.SymbolType;
  readonly points: readonly CurvePoint[];
  /** Drawn heavier: the serial line, the recommended tool. */
  readonly strong?: boolean;
}

export interface CurveAxis {
  readonly label: string;
  /** Unit of `formatUnit`. */
  readonly unit: string;
  readonly scale?: "log" | "linear";
  readonly domain?: readonly [number, number];
  readonly ticks?: readonly number[];
}

export interface CurveOptions extends ChartOptions {
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  readonly ariaLabel: string;
  readonly marks?: Plot.Markish[];
}

/** Curves with 80 % bands and labels at their ends; dashed where extrapolated; points shown where they are few. */
export function curveChart(
  curves: readonly Curve[],
  {x, y, width = 640, height = 400, document, ariaLabel, marks = []}: CurveOptions
): SVGSVGElement {
  const drawn = curves
    .map((curve) => ({...curve, points: [...curve.points].sort((a, b) => a.x - b.x)}))
    .filter(({points}) => points.length > 0);
  const narrow = isNarrow(width);
  const longest = Math.max(0, ...drawn.map(({label}) => label.length));
  const labels: EndLabel[] = drawn.map(({label, color, points}) => {
    const end = points.at(-1) as CurvePoint;
    return {text: label, x: end.x, y: end.y, color};
  });
  return plotChart(
    {
      ariaLabel,
      width,
      height: height + (narrow ? 20 + labels.length * 18 : 0),
      ...(document ? {document} : {}),
      marginLeft: 64,
      marginRight: narrow ? 32 : 30 + longest * 6.8,
      marginTop: narrow ? 48 + labels.length * 18 : 28,
      marginBottom: 42,
      x: axis(
        x,
        drawn.flatMap(({points}) => points.map((point) => point.x)),
        Math.max(3, Math.floor((width - (narrow ? 96 : 94 + longest * 6.8)) / 74))
      ),
      y: axis(
        y,
        drawn.flatMap(({points}) => points.flatMap((point) => [point.y, ...band(point)])),
        6
      ),
      marks: [
        Plot.gridX({stroke: "currentColor", strokeOpacity: 0.12}),
        Plot.gridY({stroke: "currentColor", strokeOpacity: 0.12}),
        ...drawn.flatMap((curve) => curveMarks(curve, y)),
        ...(drawn.length === 0 ? [emptyNote()] : []),
        ...marks
      ]
    },
    labels
  );
}

function curveMarks({points, color, symbol, strong}: Curve, y: CurveAxis): Plot.Markish[] {
  const positive = (value: number) => y.scale === "linear" || value > 0;
  const banded = points.filter((point) => band(point).length === 2 && band(point).every(positive));
  const line = {stroke: color, strokeWidth: strong ? 3 : 1.75, x: "x", y: "y"} as const;
  const few = points.length <= 16;
  return [
    ...(banded.length > 1
      ? [Plot.areaY(banded, {x: "x", y1: "low", y2: "high", fill: color, fillOpacity: strong ? 0.2 : 0.1})]
      : []),
    ...runs(points).map(({dashed, part}) => Plot.line(part, {...line, ...(dashed ? {strokeDasharray: "6 5"} : {})})),
    ...(few ? [Plot.dot(points, {x: "x", y: "y", symbol, stroke: color, fill: color, fillOpacity: 0.35, r: 4})] : [])
  ];
}

/** A segment is dashed when one of its ends is extrapolated; neighbouring runs share their end point. */
function runs(points: readonly CurvePoint[]): {dashed: boolean; part: CurvePoint[]}[] {
  const found: {dashed: boolean; part: CurvePoint[]}[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as CurvePoint, points[i] as CurvePoint];
    const dashed = Boolean(a.extrapolated) || Boolean(b.extrapolated);
    const last = found.at(-1);
    if (last?.dashed === dashed) last.part.push(b);
    else found.push({dashed, part: [a, b]});
  }
  return found;
}

function band({low, high}: CurvePoint): number[] {
  return typeof low === "number" && typeof high === "number" ? [low, high] : [];
}

function axis({label, unit, scale = "log", domain, ticks}: CurveAxis, values: number[], count: number) {
  const usable = values.filter((value) => Number.isFinite(value) && (scale === "linear" || value > 0));
  const extent: [number, number] = domain
    ? [domain[0], domain[1]]
    : usable.length > 0
      ? [Math.min(...usable), Math.max(...usable)]
      : [1, 10];
  if (!domain && scale === "linear") extent[0] = Math.min(0, extent[0]);
  if (extent[0] === extent[1]) extent[1] = scale === "log" ? extent[0] * 10 : extent[0] + 1;
  // The topmost tick stands above the topmost curve.
  if (!domain && scale === "linear") [extent[0], extent[1]] = nice(extent[0], extent[1], count);
  return {
    label,
    type: scale,
    domain: extent,
    ...(ticks ? {ticks: [...ticks]} : scale === "log" ? {ticks: logTicks(extent, count, unit)} : {ticks: count}),
    tickFormat: (value: number) => formatUnit(value, unit)
  } as const;
}
