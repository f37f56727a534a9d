import {type ChartOptions} from "../src/components/chartOptions.ts";
import {evaluationPareto} from "../src/components/evaluationPareto.ts";
import {evaluationStability} from "../src/components/evaluationStability.ts";

/** Shares of the draws at the first five places. */
export interface StabilityRow {
  readonly name: string;
  readonly first_share: number;
  readonly second_share: number;
  readonly third_share: number;
  readonly fourth_share: number;
  readonly fifth_share: number;
}

/** Ratings on the two criteria that the page shows first. */
export interface FrontRow {
  readonly name: string;
  readonly learning_curve: number | null;
  readonly performance: number | null;
}

/** The first eight of the profile that the page shows first, as in the page. */
export function stabilityFigure(rows: readonly StabilityRow[], options: ChartOptions): SVGSVGElement {
  const bars = rows.slice(0, 8).map((row) => ({
    name: row.name,
    shares: [row.first_share, row.second_share, row.third_share, row.fourth_share, row.fifth_share]
  }));
  return evaluationStability(bars, options);
}

/** Learning curve against performance, as in the page. */
export function paretoFigure(rows: readonly FrontRow[], options: ChartOptions): SVGSVGElement {
  const points = rows.map(({name, learning_curve: x, performance: y}) => ({name, x, y}));
  return evaluationPareto(points, {...options, xLabel: "C5 learning curve", yLabel: "C6 performance"});
}
