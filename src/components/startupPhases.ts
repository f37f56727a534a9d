import * as Plot from "@observablehq/plot";
import {type ChartOptions} from "./chartOptions.ts";
import {formatTick} from "./formatTick.ts";
import {plotChart} from "./plotChart.ts";
import {type SeriesKey, seriesLabel} from "./seriesLabel.ts";

/** A row of the view `startup`. */
export interface StartupRow extends SeriesKey {
  readonly workers: number;
  readonly import_seconds: number | null;
  readonly start_seconds: number | null;
  readonly first_seconds: number | null;
  readonly stop_seconds: number | null;
  readonly run_seconds?: number | null;
}

const phases = [
  {name: "import", column: "import_seconds", color: "#6f6f78"},
  {name: "start", column: "start_seconds", color: "#2f7ed8"},
  {name: "first result", column: "first_seconds", color: "#d1600a"},
  {name: "run", column: "run_seconds", color: "#1b9272"},
  {name: "stop", column: "stop_seconds", color: "#a0529c"}
] as const;

/** The phases before and after the work, one stacked bar for each tool and start method, shortest first. */
export function startupPhases(
  rows: readonly StartupRow[],
  {width = 640, height, document, ariaLabel}: ChartOptions = {}
): SVGSVGElement {
  const most = Math.max(...rows.map(({workers}) => workers));
  const bars = rows
    .filter(({workers}) => workers === most)
    .map((row) => {
      const parts = phases.map(({name, column, color}) => ({name, color, seconds: row[column] ?? 0}));
      return {label: seriesLabel(row), parts, total: parts.reduce((sum, {seconds}) => sum + seconds, 0)};
    })
    .sort((a, b) => a.total - b.total);
  const longest = Math.max(8, ...bars.map(({label}) => label.length));
  const pieces = bars.flatMap(({label, parts}) => {
    let end = 0;
    return parts.map(({name, color, seconds}) => ({label, name, color, x1: end, x2: (end += seconds)}));
  });
  const marginLeft = Math.min(longest * 7 + 12, width * 0.45);
  const mostSeconds = Math.max(1e-9, ...bars.map(({total}) => total));
  const shown = phases.filter(({name}) => pieces.some((piece) => piece.name === name && piece.x2 > piece.x1));
  // The name of each phase stands in its widest piece, where that is wide enough: the key is not colour alone.
  const named = shown.flatMap(({name}) => {
    const widest = pieces.filter((piece) => piece.name === name).sort((a, b) => b.x2 - b.x1 - (a.x2 - a.x1))[0];
    const pixels = widest ? ((widest.x2 - widest.x1) / mostSeconds) * (width - marginLeft - 76) : 0;
    return widest && pixels > name.length * 7 + 6 ? [widest] : [];
  });
  const chart = plotChart({
    ariaLabel: ariaLabel ?? "Seconds to import, start, give a first result and stop, a stacked bar for each tool.",
    width,
    height: height ?? bars.length * 26 + 90,
    ...(document ? {document} : {}),
    marginLeft,
    marginRight: 76,
    marginTop: 48,
    marginBottom: 40,
    x: {label: "Time", ticks: width < 480 ? 3 : 6, tickFormat: (value: number) => formatTick(value, "s")},
    y: {domain: bars.map(({label}) => label), label: null, tickSize: 0},
    marks: [
      Plot.gridX({stroke: "currentColor", strokeOpacity: 0.12}),
      Plot.barX(pieces, {x1: "x1", x2: "x2", y: "label", fill: "color", insetRight: 0.5, insetTop: 2, insetBottom: 2}),
      Plot.text(named, {
        x: (piece: {x1: number; x2: number}) => (piece.x1 + piece.x2) / 2,
        y: "label",
        text: "name",
        fill: "white",
        stroke: "#1d2127",
        strokeWidth: 2.5
      }),
      Plot.text(bars, {x: "total", y: "label", text: ({total}) => formatTick(total, "s"), textAnchor: "start", dx: 8})
    ]
  });
  drawSwatches(chart, shown);
  return chart;
}

function drawSwatches(chart: SVGSVGElement, shown: readonly {name: string; color: string}[]): void {
  const make = (name: string) => chart.ownerDocument.createElementNS("http://www.w3.org/2000/svg", name);
  let x = 4;
  for (const {name, color} of shown) {
    const swatch = make("rect");
    for (const [key, value] of Object.entries({x, y: 8, width: 12, height: 12, fill: color}))
      swatch.setAttribute(key, String(value));
    const text = make("text");
    for (const [key, value] of Object.entries({x: x + 17, y: 14, dy: "0.32em", fill: "currentColor", "font-size": 12}))
      text.setAttribute(key, String(value));
    text.textContent = name;
    chart.append(swatch, text);
    x += 17 + name.length * 7 + 14;
  }
}
