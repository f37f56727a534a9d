import * as Plot from "@observablehq/plot";
import {drawEndLabels, type EndLabel} from "./drawEndLabels.ts";
import {drawKey} from "./drawKey.ts";
import {isNarrow} from "./isNarrow.ts";

/** A Plot chart in the report's dress: one SVG image with a text alternative, labels at the ends of its lines. */
export function plotChart(
  {ariaLabel, x, y, marks = [], ...options}: Plot.PlotOptions & {readonly ariaLabel: string},
  labels: readonly EndLabel[] = []
): SVGSVGElement {
  const [across, up] = [writtenTicks(x), writtenTicks(y)];
  const chart = Plot.plot({
    ...options,
    x: across ? {...x, axis: null} : {...x, ...below},
    y: up ? {...y, axis: null} : y,
    marks: [
      ...(across ? [Plot.axisX(across.ticks, {text: across.text, ...below})] : []),
      ...(up ? [Plot.axisY(up.ticks, {text: up.text})] : []),
      ...marks
    ],
    style: {background: "none", color: "currentColor", fontSize: "13px", overflow: "visible"}
  } as Plot.PlotOptions) as SVGSVGElement & Plot.Plot;
  const [toX, toY] = [chart.scale("x"), chart.scale("y")];
  if (labels.length > 0 && toX && toY) {
    const narrow = isNarrow(options.width ?? 640);
    const letters = labels.map((label, place) => ({...label, text: String.fromCharCode(65 + place)}));
    drawEndLabels(
      chart,
      narrow ? letters : labels,
      (v) => toX.apply(v) as number,
      (v) => toY.apply(v) as number
    );
    if (narrow)
      drawKey(
        chart,
        labels.map((label, place) => ({...label, text: `${letters[place]!.text}  ${label.text}`}))
      );
  }
  // Plot names its groups, which have no role: a screen reader may not announce a name there. The image has one name.
  for (const group of chart.querySelectorAll("[aria-label], [aria-description]")) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", ariaLabel);
  return chart;
}

/** The name of the axis stands below the middle of it: at the end it would lie under the labels of the lines. */
const below = {labelAnchor: "center", labelArrow: "none"} as const;

/** On a log axis Plot leaves ticks without a text that are no power of ten, such as a minute: these are written by us. */
function writtenTicks(scale: Plot.ScaleOptions | undefined) {
  const {type, ticks, tickFormat} = scale ?? {};
  if (type !== "log" || !Array.isArray(ticks) || typeof tickFormat !== "function") return null;
  return {ticks: ticks as number[], text: (value: number) => String(tickFormat(value, 0))};
}
