import {seriesLabel, type SeriesKey} from "../src/components/seriesLabel.ts";
import type {LayoutColumn} from "./tableLayout.ts";

/** The column that names the series of a row of measurements: the tool, how it was set up, how its processes start. */
export const seriesColumn: LayoutColumn = {
  name: "tool",
  text: (row) => seriesLabel(row as unknown as SeriesKey)
};
