import * as Plot from "@observablehq/plot";

/** The name of a point in a chart, in the units of its axes. */
export interface PointLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Names beside their points: to the left of those beyond `turn` on the x axis, above and below by turns. */
export function pointLabels(labels: readonly PointLabel[], turn: number): Plot.Markish[] {
  return labels.map((label, place) => {
    const left = label.x > turn;
    return Plot.text([label], {
      x: "x",
      y: "y",
      text: "text",
      textAnchor: left ? "end" : "start",
      dx: left ? -9 : 9,
      dy: place % 2 === 0 ? -11 : 13,
      stroke: "var(--theme-background, white)",
      strokeWidth: 4,
      fill: "currentColor"
    });
  });
}
