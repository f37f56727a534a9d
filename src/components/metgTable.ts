import {metgParts} from "../model/metgParting.ts";
import {type TableColumn, chartTable} from "./chartTable.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {type SeriesKey, seriesLabel} from "./seriesLabel.ts";

/** A row of the view `metg`. */
export interface MetgRow extends SeriesKey {
  readonly threshold: number;
  readonly workers: number;
  /** By the curve of the fitted form, one task a chunk; null: never reached. */
  readonly granularity_seconds: number | null;
  readonly granularity_seconds_low: number | null;
  readonly granularity_seconds_high: number | null;
  readonly length_seconds: number | null;
  readonly closed_form_seconds?: number | null;
  /** The closed form over the curve: where the two part. */
  readonly closed_ratio?: number | null;
  /** Task length read from the measured curve, with the tool's own chunks; null: outside what was measured. */
  readonly measured_length_seconds?: number | null;
}

export interface MetgTableOptions {
  readonly threshold?: number;
  readonly document?: Document;
}

/** The smallest worthwhile task of each tool at an efficiency threshold, shortest first. */
export function metgTable(
  rows: readonly MetgRow[],
  {threshold = 0.5, document = globalThis.document}: MetgTableOptions = {}
): HTMLTableElement {
  const wanted = rows
    .filter((row) => Math.abs(row.threshold - threshold) < 1e-9)
    .sort((a, b) => (a.granularity_seconds ?? Infinity) - (b.granularity_seconds ?? Infinity));
  const seconds = (value: number | null | undefined) =>
    value === null || value === undefined ? "not reached" : formatUnit(value, "s");
  const columns: TableColumn<MetgRow>[] = [
    {name: "Tool", text: seriesLabel},
    {name: "Workers", number: true, text: ({workers}) => String(workers)},
    {name: "Granularity (wall · workers / tasks)", number: true, text: (row) => seconds(row.granularity_seconds)},
    {
      name: "80 % interval",
      number: true,
      text: ({granularity_seconds_low: low, granularity_seconds_high: high}) =>
        typeof low === "number" && typeof high === "number" ? `${seconds(low)} … ${seconds(high)}` : "–"
    },
    {name: "Length of the task there", number: true, text: (row) => seconds(row.length_seconds)}
  ];
  if (wanted.some((row) => typeof row.closed_form_seconds === "number"))
    columns.push({name: "By the closed form", number: true, text: (row) => closedText(row, seconds)});
  if (wanted.some((row) => typeof row.measured_length_seconds === "number"))
    columns.push({
      name: "Length read from the measured curve",
      number: true,
      text: ({measured_length_seconds: length}) =>
        typeof length === "number" ? formatUnit(length, "s") : "outside what was measured"
    });
  return chartTable(wanted, columns, {
    caption: `Smallest task at which a tool keeps ${formatUnit(threshold, "%")} of its workers' time for the work`,
    document
  });
}

/** The closed form, and by what it is off where it no longer stands for the curve. */
function closedText(
  {closed_form_seconds: closed, closed_ratio: ratio}: MetgRow,
  seconds: (value: number | null | undefined) => string
): string {
  const parted = typeof ratio === "number" && (ratio > metgParts || ratio < 1 / metgParts);
  return `${seconds(closed)}${parted ? ` (${formatUnit(ratio, "×")} the curve)` : ""}`;
}
