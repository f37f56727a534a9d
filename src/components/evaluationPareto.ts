import * as Plot from "@observablehq/plot";
import {paretoFront} from "../model/paretoFront.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {emptyNote} from "./emptyNote.ts";
import {isNarrow} from "./isNarrow.ts";
import {plotChart} from "./plotChart.ts";
import {pointLabels} from "./pointLabels.ts";

/** A tool on two criteria, scale 1 to 5; null where nothing is known. */
export interface ParetoPoint {
  readonly name: string;
  readonly x: number | null;
  readonly y: number | null;
}

export interface ParetoOptions extends ChartOptions {
  readonly xLabel: string;
  readonly yLabel: string;
}

const color = "#2f7ed8";
const grey = "#7d7d7d";

/** The names on the front of two criteria: no other is as good on both and better on one. */
export function frontOf(points: readonly ParetoPoint[]): readonly string[] {
  return paretoFront(points.filter(isKnown).map(({name, x, y}) => ({id: name, values: [x, y]})));
}

const isKnown = (point: ParetoPoint): point is ParetoPoint & {readonly x: number; readonly y: number} =>
  point.x !== null && point.y !== null;

/** Tools on two criteria; those that no other beats in both are filled, joined and named. */
export function evaluationPareto(
  points: readonly ParetoPoint[],
  {xLabel, yLabel, width = 640, height = 420, document, ariaLabel}: ParetoOptions
): SVGSVGElement {
  const known = points.filter(isKnown);
  const front = frontOf(points);
  const best = known.filter(({name}) => front.includes(name)).toSorted((a, b) => a.x - b.x || a.y - b.y);
  const others = known.filter(({name}) => !front.includes(name));
  const narrow = isNarrow(width);
  const at = new Map<string, string[]>();
  for (const {name, x, y} of best) at.set(`${x}|${y}`, [...(at.get(`${x}|${y}`) ?? []), name]);
  const labels = [...at].map(([key, names]) => {
    const [x = 0, y = 0] = key.split("|").map(Number);
    const text = narrow && names.length > 1 ? `${names[0]} and ${names.length - 1} more` : names.join(", ");
    return {x, y, text};
  });
  return plotChart({
    ariaLabel:
      ariaLabel ??
      `${xLabel} against ${yLabel}, ${known.length} tools. Beaten by none in both: ${best.map(({name, x, y}) => `${name}, ${x.toFixed(1)} and ${y.toFixed(1)}`).join("; ")}.`,
    width,
    height,
    ...(document ? {document} : {}),
    marginLeft: 52,
    marginRight: 24,
    marginTop: 28,
    marginBottom: 42,
    x: {domain: [1, 5], label: xLabel, ticks: 5, tickFormat: (value: number) => String(value)},
    y: {domain: [1, 5], label: `↑ ${yLabel}`, ticks: 5, tickFormat: (value: number) => String(value)},
    marks: [
      Plot.gridX({stroke: "currentColor", strokeOpacity: 0.12}),
      Plot.gridY({stroke: "currentColor", strokeOpacity: 0.12}),
      ...(known.length === 0 ? [emptyNote()] : []),
      Plot.line(best, {x: "x", y: "y", stroke: color, strokeOpacity: 0.6, curve: "step-before"}),
      Plot.dot(others, {x: "x", y: "y", symbol: "times", stroke: grey, r: 4, strokeWidth: 1.75}),
      Plot.dot(best, {x: "x", y: "y", fill: color, stroke: color, r: 5}),
      ...pointLabels(labels, 3.2)
    ]
  });
}
