import * as Plot from "@observablehq/plot";

/** What a chart says that has nothing to draw. */
export function emptyNote(): Plot.Markish {
  return Plot.text(["Nothing was measured here."], {frameAnchor: "middle"});
}
