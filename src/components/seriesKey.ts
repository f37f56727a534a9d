import type {SeriesKey} from "./seriesLabel.ts";

/** One string for a series, for maps and for grouping. */
export function seriesKey({tool, variant, start_method}: SeriesKey): string {
  return `${tool}|${variant}|${start_method}`;
}
