import type * as Arquero from "arquero";
import {formatUnit} from "../schema/formatUnit.ts";
import {type TableColumn, chartTable} from "./chartTable.ts";
import {toolFamily} from "./toolFamily.ts";

export interface FamilyPivotOptions {
  /** The column whose values become columns. */
  readonly by: string;
  readonly value: string;
  readonly unit: string;
  readonly caption: string;
  readonly document: Document;
}

interface MeasuredRow {
  readonly tool: string;
  readonly variant: string;
}

/** Rolls rows up by family of tools and turns one column's values into columns: the median of each. */
export function familyPivot(
  arquero: Pick<typeof Arquero, "from">,
  rows: readonly object[],
  {by, value, unit, caption, document}: FamilyPivotOptions
): HTMLTableElement {
  const flat = (rows as readonly (MeasuredRow & Readonly<Record<string, unknown>>)[])
    .filter((row) => typeof row[value] === "number")
    .map((row) => ({family: toolFamily(row), column: String(row[by]), value: row[value]}));
  // Expressions are texts: a bundler may rewrite functions in a way that arquero cannot read.
  const wide =
    flat.length === 0
      ? []
      : arquero
          .from(flat)
          .groupby("family", "column")
          .rollup({value: "d => op.median(d.value)"})
          .groupby("family")
          .pivot("column", "value", {sort: false})
          .objects();
  const names = [...new Set(flat.map(({column}) => column))].sort(
    (a, b) => Number(a) - Number(b) || a.localeCompare(b)
  );
  const columns: TableColumn<Record<string, unknown>>[] = [
    {name: "Family", text: (row) => String(row["family"])},
    ...names.map((name) => ({
      name: `${by.replaceAll("_", " ")}: ${name}`,
      number: true,
      text: (row: Record<string, unknown>) => (typeof row[name] === "number" ? formatUnit(row[name], unit) : "–")
    }))
  ];
  return chartTable(wide as Record<string, unknown>[], columns, {caption, document});
}
