import * as Plot from "@observablehq/plot";
import {type CostAxis} from "../model/costAxis.ts";
import {type CostCurveRow} from "../model/costCurves.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {costProvider} from "./costProvider.ts";
import {type Curve, curveChart} from "./curveChart.ts";

export interface CostCurveOptions extends ChartOptions {
  readonly axis?: CostAxis;
  /** Where the reader stands. */
  readonly here?: number;
}

const axisTexts = {
  tasks: {label: "Tasks", unit: "1"},
  seconds: {label: "Length of a task", unit: "s"}
} as const;

/** Cost of a million tasks along their length or number; a curve ends where a limit excludes its offer. */
export function costByLengthChart(
  rows: readonly (CostCurveRow & {readonly name: string})[],
  {axis = "seconds", here, ariaLabel, ...options}: CostCurveOptions = {}
): SVGSVGElement {
  const {label, unit} = axisTexts[axis];
  const services = [...new Set(rows.map(({service}) => service))];
  const curves = services.map((service): Curve => {
    const own = rows.filter((row) => row.service === service);
    const {name, provider} = own[0]!;
    const {color, symbol} = costProvider(provider);
    return {
      label: name,
      color,
      symbol,
      strong: provider === "any",
      points: own.flatMap(({value, per_million_usd: usd}) => (usd !== null && usd > 0 ? [{x: value, y: usd}] : []))
    };
  });
  const values = rows.map(({value}) => value);
  const domain: [number, number] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 10];
  return curveChart(curves, {
    ...options,
    x: {label, unit, domain},
    y: {label: "A million tasks, USD", unit: "USD"},
    ariaLabel:
      ariaLabel ??
      `Cost of a million tasks against ${label.toLowerCase()}: ${curves.map(({label: name}) => name).join(", ")}.`,
    marks:
      here === undefined
        ? []
        : [
            Plot.ruleX([here], {stroke: "currentColor", strokeDasharray: "2 3"}),
            Plot.text([here], {
              x: (value: number) => value,
              text: (value: number) => `you: ${formatUnit(value, unit)}`,
              frameAnchor: "bottom",
              textAnchor: "start",
              dx: 5,
              dy: -4
            })
          ]
  });
}
