import {type Query, type SampleFilter} from "../queries/query.ts";
import {type ChartOptions} from "./chartOptions.ts";

/** A chart that a filter redraws: the view it asks, the place of the page it stands in, how it is drawn. */
export interface LivePanel {
  /** Name of the figure in the chapter. */
  readonly figure: string;
  /** What else the chapter says of that figure: `direction=in`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly title: string;
  readonly view: string;
  readonly sql: (filter: SampleFilter) => string;
  readonly draw: (rows: readonly object[], options: ChartOptions) => Element;
}

/** Makes a panel; the rows keep their type between the view and the drawing. */
export function livePanel<Row extends object>(
  figure: string,
  settings: Readonly<Record<string, string>>,
  title: string,
  query: Query<Row>,
  draw: (rows: readonly Row[], options: ChartOptions) => Element
): LivePanel {
  return {figure, settings, title, view: query.name, sql: query.sql, draw: draw as LivePanel["draw"]};
}
