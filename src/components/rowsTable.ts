import {formatUnit, unitOfColumn} from "../schema/formatUnit.ts";
import {chartTable} from "./chartTable.ts";

/** All rows of a view as a table, each number in the unit that its column's name says. */
export function rowsTable(rows: readonly object[], caption: string, document: Document): HTMLTableElement {
  const flat = rows as readonly Readonly<Record<string, unknown>>[];
  const names = Object.keys(flat[0] ?? {});
  const columns = names.map((name) => ({
    name: name.replaceAll("_", " "),
    number: typeof flat[0]?.[name] === "number",
    text: (row: Readonly<Record<string, unknown>>) => {
      const value = row[name];
      return typeof value === "number" ? formatUnit(value, unitOfColumn(name)) : String(value ?? "–");
    }
  }));
  return chartTable(flat, columns, {caption, document});
}
