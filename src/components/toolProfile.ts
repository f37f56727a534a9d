import type {SymbolType} from "@observablehq/plot";
import {type ChartOptions} from "./chartOptions.ts";
import {type Curve, curveChart} from "./curveChart.ts";
import {type GranularityRow} from "./granularityCurve.ts";
import {seriesCurves} from "./seriesCurves.ts";
import {toolFamily} from "./toolFamily.ts";

/** Small, so that it stays readable when a phone shrinks it. */
const mostWidth = 400;
const symbols: readonly SymbolType[] = ["circle", "square", "triangle", "diamond", "star", "cross"];

/**
 * Efficiency of two workers against the length of a task, a line for each variant of one tool: the small chart of its page.
 * Lines are told apart by their symbols, since one tool has one colour. Threads show work that releases the GIL as well.
 */
export function toolProfile(
  rows: readonly GranularityRow[],
  {width = mostWidth, height = 190, ariaLabel, document}: ChartOptions = {}
): SVGSVGElement {
  const most = Math.max(...rows.map(({workers}) => workers));
  const shown = rows.filter(({workers}) => workers === most);
  const kinds = [
    {rows: shown.filter(({kind}) => (kind ?? "cpu-gil") === "cpu-gil"), note: ""},
    {
      rows: shown.filter((row) => row.kind === "cpu-releases-gil" && toolFamily(row) === "threads"),
      note: ", GIL released"
    }
  ];
  const curves: Curve[] = kinds.flatMap(({rows: some, note}) =>
    seriesCurves(some, ({task_seconds, efficiency, efficiency_low, efficiency_high}) =>
      efficiency === null ? null : {x: task_seconds, y: efficiency, low: efficiency_low, high: efficiency_high}
    ).map((curve) => ({...curve, label: `${curve.label}${note}`}))
  );
  return curveChart(
    curves.map((curve, place) => ({...curve, symbol: symbols[place % symbols.length]!})),
    {
      width: Math.min(width, mostWidth),
      height,
      ...(document ? {document} : {}),
      x: {label: "Length of a task", unit: "s"},
      y: {label: `Efficiency of ${most} workers`, unit: "%", scale: "linear"},
      ariaLabel: ariaLabel ?? `Efficiency of ${most} workers against the length of a task, a line a variant.`
    }
  );
}
