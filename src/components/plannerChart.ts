import * as Plot from "@observablehq/plot";
import {type Answer, type Axis} from "../model/answer.ts";
import {axisRanges, axisValue, axisWorkload} from "../model/axisWorkload.ts";
import {breakEven, serialSeconds} from "../model/breakEven.ts";
import {fitOf} from "../model/explain.ts";
import {type Fit} from "../model/fit.ts";
import {predict} from "../model/predict.ts";
import {rank} from "../model/rank.ts";
import {type Workload} from "../model/workload.ts";
import {defaultWorkload} from "../model/workloadFields.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {type Curve, curveChart} from "./curveChart.ts";
import {seriesLabel} from "./seriesLabel.ts";
import {toolColor} from "./toolColor.ts";
import {toolSymbol} from "./toolSymbol.ts";

export interface PlannerChartData {
  readonly fits: readonly Fit[];
  readonly workload?: Workload;
  /** The answer to that workload, where it is known already. */
  readonly answer?: Answer;
}

export interface PlannerChartOptions extends ChartOptions {
  /** What lies along the bottom. */
  readonly axis?: "tasks" | "seconds";
  /** Curves at most, the plain loop among them. */
  readonly limit?: number;
}

const axisTexts = {
  tasks: {label: "Tasks", unit: "1"},
  seconds: {label: "Length of a task", unit: "s"}
} as const;

const steps = 44;

/** Two decades either way of where the reader stands, within the axis. */
function gridAround(value: number, axis: Axis): number[] {
  const {minimum, maximum, whole} = axisRanges[axis];
  const [low, high] = [Math.max(minimum, value / 100), Math.min(maximum, value * 100)];
  const points = Array.from({length: steps + 1}, (_, i) => low * (high / low) ** (i / steps));
  return whole ? [...new Set(points.map(Math.round))] : points;
}

/**
 * Predicted time against the number (or length) of tasks: the fastest tools with their 80 % bands, the plain loop always,
 * dashed where extrapolated, a ring where each begins to pay, a line where the reader stands.
 */
export function plannerChart(
  {fits, workload = defaultWorkload, answer = rank(workload, fits)}: PlannerChartData,
  {axis = "tasks", limit = 5, ariaLabel, ...options}: PlannerChartOptions = {}
): SVGSVGElement {
  const here = axisValue(workload, axis);
  const grid = gridAround(here, axis);
  const parallel = answer.ranking.filter(({tool}) => tool !== "serial").slice(0, limit - 1);
  const chosen = parallel.flatMap((entry) => {
    const fit = fitOf(entry, fits);
    return fit ? [{entry, fit}] : [];
  });
  const loop: Curve = {
    label: "plain loop",
    color: toolColor("serial"),
    symbol: toolSymbol("serial"),
    strong: true,
    points: grid.map((x) => ({x, y: serialSeconds(axisWorkload(workload, axis, x))}))
  };
  const curves = chosen.map(({entry, fit}, place): Curve => ({
    label: seriesLabel(entry),
    color: toolColor(entry.tool, entry.variant),
    symbol: toolSymbol(entry.tool, entry.variant),
    strong: place === 0,
    points: grid.map((x) => {
      const {seconds, low, high, extrapolated} = predict(fit, axisWorkload(workload, axis, x));
      return {x, y: seconds, low, high, extrapolated: extrapolated.length > 0};
    })
  }));
  const edges = chosen.flatMap(({entry, fit}) => {
    const {value} = entry.break_even?.[axis] ?? breakEven(fit, workload, axis);
    const [low, high] = [grid[0] as number, grid.at(-1) as number];
    if (value === null || value < low || value > high) return [];
    return [
      {x: value, y: serialSeconds(axisWorkload(workload, axis, value)), color: toolColor(entry.tool, entry.variant)}
    ];
  });
  const {label, unit} = axisTexts[axis];
  return curveChart([loop, ...curves], {
    ...options,
    x: {label, unit, domain: [grid[0] as number, grid.at(-1) as number]},
    y: {label: "Time of the whole run", unit: "s"},
    ariaLabel:
      ariaLabel ??
      `Time of the whole run against ${label.toLowerCase()}: the plain loop and ${curves.map((curve) => curve.label).join(", ")}. You are at ${formatUnit(here, unit)}.`,
    marks: [
      Plot.ruleX([here], {stroke: "currentColor", strokeDasharray: "2 3"}),
      Plot.text([here], {
        x: (value: number) => value,
        text: (value: number) => `you: ${formatUnit(value, unit)}`,
        frameAnchor: "bottom",
        textAnchor: "start",
        dx: 5,
        dy: -4
      }),
      ...edges.map((edge) =>
        Plot.dot([edge], {
          x: "x",
          y: "y",
          r: 6,
          stroke: edge.color,
          strokeWidth: 2.5,
          fill: "var(--theme-background, white)"
        })
      )
    ]
  });
}
