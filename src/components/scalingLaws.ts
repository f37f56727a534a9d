import * as Plot from "@observablehq/plot";
import {type Law, laws} from "../model/law.ts";
import {lawThroughput} from "../model/lawThroughput.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {type Curve, curveChart} from "./curveChart.ts";

/** A row of the view `laws`: a law fitted to a series. */
export interface LawRow {
  readonly subject: string;
  readonly series: string;
  readonly law: string;
  readonly chosen: boolean;
  readonly load_low: number;
  readonly load_high: number;
  readonly rate: number | null;
  readonly contention: number | null;
  readonly serial_share: number | null;
  readonly coherence: number | null;
  readonly peak_load: number | null;
  readonly ceiling_per_second: number | null;
}

/** A row of the view `lawPoints`: what was measured at a load. */
export interface LawPointRow {
  readonly subject: string;
  readonly load: number;
  readonly throughput: number;
  readonly throughput_low: number;
  readonly throughput_high: number;
}

export interface ScalingLawsData {
  readonly laws: readonly LawRow[];
  readonly points: readonly LawPointRow[];
}

export interface ScalingLawsOptions extends ChartOptions {
  /** Which series. */
  readonly subject?: string;
}

const looks: Readonly<Record<Law, {readonly label: string; readonly color: string; readonly symbol: Plot.SymbolType}>> =
  {
    amdahl: {label: "Amdahl", color: "#2f7ed8", symbol: "square"},
    gustafson: {label: "Gustafson", color: "#9c6f12", symbol: "diamond"},
    usl: {label: "universal law", color: "#d1600a", symbol: "triangle"}
  };

/** How far beyond the last measured load the curves are drawn. */
const beyond = 4;
const steps = 48;

/** Dots where it was measured; each law's curve, solid within the measured loads and dashed beyond; the law that AICc chooses is drawn heavier. */
export function scalingLaws(
  {laws: rows, points}: ScalingLawsData,
  {subject = "usl", ariaLabel, ...options}: ScalingLawsOptions = {}
): SVGSVGElement {
  const measured = points.filter((point) => point.subject === subject);
  const loads = measured.map(({load}) => load);
  const [first, last] = [Math.min(...loads), Math.max(...loads)];
  const domain: [number, number] = loads.length > 0 ? [first, last * beyond] : [1, 10];
  const grid = [
    ...Array.from({length: steps + 1}, (_, i) => first * (last / first) ** (i / steps)),
    ...Array.from({length: steps / 2}, (_, i) => last * beyond ** ((i + 1) / (steps / 2)))
  ];
  const ours = rows.filter((row) => row.subject === subject && row.rate !== null);
  const curves = laws.flatMap((law): Curve[] => {
    const row = ours.find((one) => one.law === law);
    if (!row || loads.length === 0) return [];
    const parameters = {...row, law, rate: row.rate as number, serialShare: row.serial_share};
    return [
      {
        ...looks[law],
        strong: row.chosen,
        points: grid.map((load) => ({
          x: load,
          y: lawThroughput(parameters, load),
          extrapolated: load > row.load_high * 1.001
        }))
      }
    ];
  });
  const ceiling = ours.find((row) => row.ceiling_per_second !== null)?.ceiling_per_second ?? null;
  const heights = [
    ...curves.flatMap((curve) => curve.points.map(({y}) => y)),
    ...measured.flatMap((point) => [point.throughput_low, point.throughput_high])
  ];
  const seen = ceiling !== null && ceiling <= Math.max(...heights) ? [ceiling] : [];
  return curveChart(curves, {
    ...options,
    x: {label: "Workers", unit: "1", domain},
    y: {
      label: "Throughput a second",
      unit: "1",
      ...(heights.length > 0 ? {domain: [Math.min(...heights), Math.max(...heights)]} : {})
    },
    ariaLabel: ariaLabel ?? lawsText(ours, loads.length),
    marks: [
      Plot.link(measured, {
        x1: "load",
        x2: "load",
        y1: "throughput_low",
        y2: "throughput_high",
        stroke: "currentColor",
        strokeWidth: 1.5
      }),
      Plot.dot(measured, {x: "load", y: "throughput", fill: "currentColor", r: 4}),
      Plot.ruleY(seen, {stroke: "currentColor", strokeDasharray: "1 4"}),
      Plot.text(seen, {
        x: () => domain[0],
        y: (value: number) => value,
        text: () => "one dispatcher is full",
        textAnchor: "start",
        dy: -8,
        fill: "currentColor"
      })
    ]
  });
}

function lawsText(rows: readonly LawRow[], loads: number): string {
  const chosen = rows.find((row) => row.chosen);
  const name = chosen ? looks[chosen.law as Law].label : "none";
  const highest = rows.find((row) => row.peak_load !== null)?.peak_load;
  const peak = highest ? ` By the universal law throughput is greatest at ${formatUnit(highest, "", 3)} workers.` : "";
  return `Throughput against workers: ${loads} measured loads and the curves of ${rows.length} laws, dashed beyond the measured loads. Chosen: ${name}.${peak}`;
}
