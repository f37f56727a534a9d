import * as Plot from "@observablehq/plot";
import {type ChartOptions} from "./chartOptions.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {isNarrow} from "./isNarrow.ts";
import {plotChart} from "./plotChart.ts";
import {rowLabels} from "./rowLabels.ts";

/** One bar: its pieces in drawing order. */
export interface StackedBar {
  readonly label: string;
  readonly pieces: readonly {readonly name: string; readonly value: number}[];
}

export interface StackedBarsOptions extends ChartOptions {
  /** Every piece's name and colour, in order. */
  readonly kinds: readonly {readonly name: string; readonly color: string}[];
  readonly label: string;
  /** Unit of `formatUnit`. */
  readonly unit: string;
  readonly ariaLabel: string;
}

/** Horizontal stacked bars with the total beside each; a piece wide enough carries its name. */
export function stackedBars(
  bars: readonly StackedBar[],
  {kinds, label, unit, ariaLabel, width = 640, height, document}: StackedBarsOptions
): SVGSVGElement {
  const totals = bars.map((bar) => ({label: bar.label, total: bar.pieces.reduce((sum, {value}) => sum + value, 0)}));
  const largest = Math.max(1e-12, ...totals.map(({total}) => total));
  const color = new Map(kinds.map((kind) => [kind.name, kind.color]));
  const pieces = bars.flatMap((bar) => {
    let end = 0;
    return bar.pieces.map(({name, value}) => ({label: bar.label, name, x1: end, x2: (end += value)}));
  });
  const names = bars.map((bar) => bar.label);
  const {marginLeft, rowHeight, tickFormat} = rowLabels(names, width);
  const perUnit = (width - marginLeft - 76) / largest;
  const shown = kinds.filter(({name}) => pieces.some((piece) => piece.name === name && piece.x2 > piece.x1));
  const named = shown.flatMap(({name}) => {
    const widest = pieces.filter((piece) => piece.name === name).sort((a, b) => b.x2 - b.x1 - (a.x2 - a.x1))[0];
    return widest && (widest.x2 - widest.x1) * perUnit > name.length * 7 + 6 ? [widest] : [];
  });
  const keyRows = layoutKey(shown, width);
  const chart = plotChart({
    ariaLabel,
    width,
    height: height ?? bars.length * rowHeight + 66 + keyRows.rows * 20,
    ...(document ? {document} : {}),
    marginLeft,
    marginRight: 76,
    marginTop: 26 + keyRows.rows * 20,
    marginBottom: 40,
    x: {
      label,
      domain: [0, largest],
      ticks: isNarrow(width) ? 2 : 4,
      tickFormat: (value: number) => formatUnit(value, unit)
    },
    y: {domain: names, label: null, tickSize: 0, tickFormat},
    marks: [
      Plot.gridX({stroke: "currentColor", strokeOpacity: 0.12}),
      Plot.barX(pieces, {
        x1: "x1",
        x2: "x2",
        y: "label",
        fill: ({name}: {name: string}) => color.get(name) ?? "#6f6f78",
        insetRight: 0.5,
        insetTop: 2,
        insetBottom: 2
      }),
      Plot.text(named, {
        x: ({x1, x2}: {x1: number; x2: number}) => (x1 + x2) / 2,
        y: "label",
        text: "name",
        fill: "white",
        stroke: "#1d2127",
        strokeWidth: 2.5
      }),
      Plot.text(totals, {
        x: "total",
        y: "label",
        text: ({total}: {total: number}) => formatUnit(total, unit),
        textAnchor: "start",
        dx: 8
      })
    ]
  });
  drawSwatches(chart, keyRows.places);
  return chart;
}

interface Place {
  readonly name: string;
  readonly color: string;
  readonly x: number;
  readonly y: number;
}

function layoutKey(kinds: readonly {name: string; color: string}[], width: number): {rows: number; places: Place[]} {
  let [x, row] = [4, 0];
  const places = kinds.map(({name, color}) => {
    const size = 17 + name.length * 7 + 14;
    if (x + size > width && x > 4) [x, row] = [4, row + 1];
    const place = {name, color, x, y: 8 + row * 20};
    x += size;
    return place;
  });
  return {rows: row + 1, places};
}

function drawSwatches(chart: SVGSVGElement, places: readonly Place[]): void {
  const make = (name: string, attributes: Readonly<Record<string, string | number>>) => {
    const made = chart.ownerDocument.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  for (const {name, color, x, y} of places) {
    const text = make("text", {
      x: x + 17,
      y: y + 6,
      dy: "0.32em",
      fill: "currentColor",
      "font-size": 12,
      "text-anchor": "start"
    });
    text.textContent = name;
    chart.append(make("rect", {x, y, width: 12, height: 12, fill: color}), text);
  }
}
