import * as Plot from "@observablehq/plot";
import {drawEndLabels, type EndLabel} from "./drawEndLabels.ts";
import {drawKey} from "./drawKey.ts";
import {isNarrow} from "./isNarrow.ts";

/** A Plot chart in the report's dress: one SVG image with a text alternative, labels at the ends of its lines. */
export function plotChart(
  {ariaLabel, ...options}: Plot.PlotOptions & {readonly ariaLabel: string},
  labels: readonly EndLabel[] = []
): SVGSVGElement {
  const chart = Plot.plot({
    ...options,
    style: {background: "none", color: "currentColor", fontSize: "13px", overflow: "visible"}
  }) as SVGSVGElement & Plot.Plot;
  const [x, y] = [chart.scale("x"), chart.scale("y")];
  if (labels.length > 0 && x && y) {
    const narrow = isNarrow(options.width ?? 640);
    const letters = labels.map((label, place) => ({...label, text: String.fromCharCode(65 + place)}));
    const written = narrow ? letters : labels;
    drawEndLabels(
      chart,
      written,
      (v) => x.apply(v) as number,
      (v) => y.apply(v) as number
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
