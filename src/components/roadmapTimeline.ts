import * as Plot from "@observablehq/plot";
import {type ChartOptions} from "./chartOptions.ts";
import {plotChart} from "./plotChart.ts";
import {rowLabels} from "./rowLabels.ts";

/** One change of the roadmap: weeks from the beginning, if all goes well and if nothing does. */
export interface RoadmapRow {
  readonly id: string;
  readonly name: string;
  readonly phase: number;
  readonly phase_name: string;
  readonly start_weeks_low: number;
  readonly end_weeks_low: number;
  readonly start_weeks_high: number;
  readonly end_weeks_high: number;
}

const phaseColors = ["#2b80af", "#b0603a", "#678241"] as const;
const phaseColor = (phase: number) => phaseColors[(phase - 1) % phaseColors.length] as string;

/** The changes in their order for one person: the full bar if all goes well, the thin one if everything takes its longest. */
export function roadmapTimeline(
  rows: readonly RoadmapRow[],
  {width = 640, height, document, ariaLabel}: ChartOptions = {}
): SVGSVGElement {
  const bars = rows.map((row) => ({...row, label: `${row.id} ${row.name}`}));
  const names = bars.map(({label}) => label);
  const {marginLeft, rowHeight, tickFormat} = rowLabels(names, width);
  const end = Math.max(1, ...rows.map(({end_weeks_high}) => end_weeks_high));
  const firstOfPhase = bars.filter(({phase}, place) => place === 0 || bars[place - 1]!.phase !== phase);
  return plotChart({
    ariaLabel:
      ariaLabel ?? "The changes of the roadmap one after another, in weeks of one person, shortest and longest case.",
    width,
    height: height ?? bars.length * rowHeight + 66,
    ...(document ? {document} : {}),
    marginLeft,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 40,
    x: {label: "Weeks of one person from the beginning", domain: [0, end], ticks: 5},
    y: {domain: names, label: null, tickSize: 0, tickFormat},
    marks: [
      Plot.gridX({stroke: "currentColor", strokeOpacity: 0.12}),
      Plot.link(bars, {
        x1: "start_weeks_high",
        x2: "end_weeks_high",
        y1: "label",
        y2: "label",
        stroke: ({phase}: RoadmapRow) => phaseColor(phase),
        strokeWidth: 3,
        strokeOpacity: 0.75
      }),
      Plot.barX(bars, {
        x1: "start_weeks_low",
        x2: "end_weeks_low",
        y: "label",
        fill: ({phase}: RoadmapRow) => phaseColor(phase),
        insetTop: 4,
        insetBottom: 4
      }),
      Plot.text(firstOfPhase, {
        x: end,
        y: "label",
        text: ({phase, phase_name}: RoadmapRow) => `Phase ${phase}: ${phase_name}`,
        textAnchor: "end",
        fontWeight: "bold",
        fill: "currentColor"
      })
    ]
  });
}
