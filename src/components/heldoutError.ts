import {type ChartOptions} from "./chartOptions.ts";
import {intervalDots} from "./intervalDots.ts";
import {type SeriesKey} from "./seriesLabel.ts";
import {seriesDots} from "./seriesDots.ts";

/** A row of the view `heldout`. */
export interface HeldoutRow extends SeriesKey {
  readonly cells: number;
  readonly median_ratio: number | null;
  readonly p90_ratio: number | null;
}

/** How far off the fitted model was on cells it had not seen: the dot is the median factor, the line ends at the ninth decile. */
export function heldoutError(rows: readonly HeldoutRow[], {ariaLabel, ...options}: ChartOptions = {}): SVGSVGElement {
  return intervalDots(
    seriesDots(rows, ({median_ratio, p90_ratio}) => ({value: median_ratio, low: median_ratio, high: p90_ratio})),
    {
      ...options,
      label: "Factor between predicted and measured",
      unit: "×",
      reference: {value: 1, label: "exact"},
      ariaLabel: ariaLabel ?? "Factor between predicted and measured time on cells left out of the fit, a dot a tool."
    }
  );
}
