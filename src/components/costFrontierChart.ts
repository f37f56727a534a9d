import * as Plot from "@observablehq/plot";
import {costFrontier} from "../model/costFrontier.ts";
import {formatUsd} from "../model/formatUsd.ts";
import {formatSeconds} from "../schema/formatUnit.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {costProvider} from "./costProvider.ts";
import {isNarrow} from "./isNarrow.ts";
import {logTicks} from "./logTicks.ts";
import {plotChart} from "./plotChart.ts";
import {pointLabels} from "./pointLabels.ts";

/** One offer with its price for the job and the time until it is done. */
export interface CostPoint {
  readonly service: string;
  readonly name: string;
  readonly provider: string;
  readonly usd: number | null;
  readonly seconds: number | null;
  readonly feasible: boolean;
}

/** Money against time for each offer that can do the work; the line joins those that none beats in both. */
export function costFrontierChart(
  rows: readonly CostPoint[],
  {width = 640, height = 400, document, ariaLabel}: ChartOptions = {}
): SVGSVGElement {
  const points = rows.flatMap(({usd, seconds, feasible, ...row}) =>
    feasible && usd !== null && usd > 0 && seconds !== null ? [{...row, usd, seconds, feasible}] : []
  );
  const onFrontier = costFrontier(points).map((service) => points.find((point) => point.service === service)!);
  const own = points.filter(
    ({service}) => service === "own-machine" && !onFrontier.some((one) => one.service === service)
  );
  const domain = (values: readonly number[], space: number): [number, number] =>
    values.length === 0 ? [1, 10] : [Math.min(...values) / space, Math.max(...values) * space];
  const [x, y] = [
    domain(
      points.map(({usd}) => usd),
      1.3
    ),
    domain(
      points.map(({seconds}) => seconds),
      1.6
    )
  ];
  const narrow = isNarrow(width);
  const present = [...new Set(points.map(({provider}) => provider))];
  const step = 112;
  const across = Math.max(1, Math.floor((width - 20) / step));
  const keyRows = Math.ceil(present.length / across);
  const key = present.map((provider, place) => ({
    ...costProvider(provider),
    left: 10 + (place % across) * step,
    top: -24 - (keyRows - 1 - Math.floor(place / across)) * 18
  }));
  const labels = narrow ? [...onFrontier.slice(0, 1), ...own] : [...onFrontier, ...own];
  return plotChart({
    ariaLabel:
      ariaLabel ??
      `Price of the job against the time until it is done, ${points.length} offers. None is beaten in both: ${onFrontier
        .map(({name, usd, seconds}) => `${name}, ${formatUsd(usd)} after ${formatSeconds(seconds)}`)
        .join("; ")}.`,
    width,
    height: height + keyRows * 18,
    ...(document ? {document} : {}),
    marginLeft: 64,
    marginRight: 24,
    marginTop: 30 + keyRows * 18,
    marginBottom: 42,
    x: {
      type: "log",
      domain: x,
      label: "Price of the job, USD →",
      ticks: logTicks(x, narrow ? 3 : 7),
      tickFormat: (usd: number) =>
        formatUsd(usd)
          .replace("USD ", "")
          .replace(/(\.\d*?)0+$/, "$1")
          .replace(/\.$/, "")
    },
    y: {
      type: "log",
      domain: y,
      label: "↑ Done after",
      ticks: logTicks(y, 6, "s"),
      tickFormat: (seconds: number) => formatSeconds(seconds)
    },
    marks: [
      Plot.gridX({stroke: "currentColor", strokeOpacity: 0.12}),
      Plot.gridY({stroke: "currentColor", strokeOpacity: 0.12}),
      ...(points.length === 0 ? [Plot.text(["No offer can do this work."], {frameAnchor: "middle"})] : []),
      Plot.line(onFrontier, {x: "usd", y: "seconds", stroke: "currentColor", strokeOpacity: 0.6, curve: "step-after"}),
      ...points.map((point) => {
        const {color, symbol} = costProvider(point.provider);
        const strong = onFrontier.includes(point);
        return Plot.dot([point], {
          x: "usd",
          y: "seconds",
          symbol,
          stroke: color,
          fill: color,
          fillOpacity: strong ? 0.9 : 0.25,
          r: strong ? 5.5 : 4
        });
      }),
      ...pointLabels(
        labels.map(({usd, seconds, name}) => ({x: usd, y: seconds, text: name})),
        Math.sqrt(x[0] * x[1])
      ),
      ...key.flatMap(({name, color, symbol, left, top}) => [
        Plot.dot([name], {
          frameAnchor: "top-left",
          dx: left - 56,
          dy: top,
          symbol,
          stroke: color,
          fill: color,
          fillOpacity: 0.4,
          r: 4.5
        }),
        Plot.text([name], {frameAnchor: "top-left", textAnchor: "start", lineAnchor: "middle", dx: left - 46, dy: top})
      ])
    ]
  });
}
