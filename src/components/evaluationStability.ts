import {type ChartOptions} from "./chartOptions.ts";
import {stackedBars} from "./stackedBars.ts";

/** How often one tool came to the first places. */
export interface StabilityBar {
  readonly name: string;
  /** Share of the draws at each rank, the first before the second. */
  readonly shares: readonly number[];
}

const places = [
  {name: "first", color: "#2f7ed8"},
  {name: "second", color: "#1b9272"},
  {name: "third", color: "#d1600a"},
  {name: "fourth", color: "#a0529c"},
  {name: "fifth", color: "#6f6f78"}
] as const;

/** A bar a tool: the share of the draws in which it came first, second … fifth; its length is the share among the first five. */
export function evaluationStability(
  bars: readonly StabilityBar[],
  {ariaLabel, ...options}: ChartOptions = {}
): SVGSVGElement {
  const [best] = bars;
  return stackedBars(
    bars.map(({name, shares}) => ({
      label: name,
      pieces: places.map((place, rank) => ({name: place.name, value: shares[rank] ?? 0}))
    })),
    {
      ...options,
      kinds: places,
      label: "Share of the draws among the first five places",
      unit: "%",
      ariaLabel:
        ariaLabel ??
        `Share of the draws in which each came to the first five places, ${bars.length} bars.${best ? ` ${best.name} came first in ${Math.round((best.shares[0] ?? 0) * 100)} % of them.` : ""}`
    }
  );
}
