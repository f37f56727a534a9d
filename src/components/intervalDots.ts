import * as Plot from "@observablehq/plot";
import {type ChartOptions} from "./chartOptions.ts";
import {emptyNote} from "./emptyNote.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {isNarrow} from "./isNarrow.ts";
import {logTicks} from "./logTicks.ts";
import {plotChart} from "./plotChart.ts";
import {rowLabels} from "./rowLabels.ts";

/** One row of a dot plot: a value with its 80 % interval. */
export interface IntervalDot {
  readonly label: string;
  readonly color: string;
  readonly symbol: Plot.SymbolType;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface IntervalDotsOptions extends ChartOptions {
  readonly label: string;
  /** Unit of `formatUnit`. */
  readonly unit: string;
  readonly ariaLabel: string;
  readonly scale?: "log" | "linear";
  /** A vertical line with its name, such as what costs nothing. */
  readonly reference?: {readonly value: number; readonly label: string};
}

/** A dot and its interval for each series, smallest first, the value written beside it. */
export function intervalDots(
  dots: readonly IntervalDot[],
  {label, unit, ariaLabel, scale = "log", reference, width = 640, height, document}: IntervalDotsOptions
): SVGSVGElement {
  const sorted = [...dots].filter(({value}) => scale === "linear" || value > 0).sort((a, b) => a.value - b.value);
  if (sorted.length === 0)
    return plotChart({ariaLabel, width, height: 80, ...(document ? {document} : {}), marks: [emptyNote()]});
  const values = sorted.flatMap(({value, low, high}) => [value, low ?? value, high ?? value]);
  if (reference) values.push(reference.value);
  const usable = values.filter((value) => scale === "linear" || value > 0);
  const [least, most] = [Math.min(...usable), Math.max(...usable)];
  const space = Math.min(1.3, Math.max(1.02, (most / least) ** 0.08));
  const domain: [number, number] = scale === "log" ? [least / space, most * space] : [0, most];
  const names = sorted.map((dot) => dot.label);
  const {marginLeft, rowHeight, tickFormat} = rowLabels(names, width);
  const ticks = isNarrow(width) ? 2 : 5;
  return plotChart({
    ariaLabel,
    width,
    height: height ?? sorted.length * rowHeight + 62,
    ...(document ? {document} : {}),
    marginLeft,
    marginRight: 76,
    marginTop: 24,
    marginBottom: 40,
    x: {
      type: scale,
      domain,
      label,
      ticks: scale === "log" ? logTicks(domain, ticks, unit) : ticks,
      tickFormat: (value: number) => formatUnit(value, unit)
    },
    y: {domain: names, label: null, tickSize: 0, tickFormat},
    marks: [
      Plot.gridX({stroke: "currentColor", strokeOpacity: 0.12}),
      ...(reference
        ? [
            Plot.ruleX([reference.value], {stroke: "currentColor", strokeOpacity: 0.5}),
            Plot.text([reference], {x: "value", text: "label", frameAnchor: "top", dy: -14})
          ]
        : []),
      ...sorted.flatMap((dot) => [
        Plot.link([dot], {
          x1: dot.low ?? dot.value,
          x2: dot.high ?? dot.value,
          y: "label",
          stroke: dot.color,
          strokeWidth: 3,
          strokeOpacity: 0.5
        }),
        Plot.dot([dot], {x: "value", y: "label", symbol: dot.symbol, fill: dot.color, stroke: dot.color, r: 5})
      ]),
      Plot.text(sorted, {
        x: (dot: IntervalDot) => dot.high ?? dot.value,
        y: "label",
        text: (dot: IntervalDot) => formatUnit(dot.value, unit),
        textAnchor: "start",
        dx: 10
      })
    ]
  });
}
