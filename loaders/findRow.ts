import type {Views} from "./gatherViews.ts";

type Row = Readonly<Record<string, unknown>>;

/** The rows of a view that fit the settings of an expression; throws a sentence that names what there is. */
export function findRows(tables: Views, view: string, settings: Readonly<Record<string, string>>): readonly Row[] {
  const rows = tables[view];
  if (!rows) throw new Error(`there is no view ${view}; there are ${Object.keys(tables).toSorted().join(", ")}`);
  const [first] = rows;
  for (const key of Object.keys(settings))
    if (first && !(key in first))
      throw new Error(`${view} has no column ${key}; it has ${Object.keys(first).join(", ")}`);
  const fits = (row: Row) =>
    Object.entries(settings).every(([key, text]) => {
      const value = row[key];
      return typeof value === "number" ? value === Number(text) : String(value ?? "") === text;
    });
  return rows.filter(fits);
}

/** The one row that fits; throws when there is none, or more than one. */
export function findRow(tables: Views, view: string, settings: Readonly<Record<string, string>>): Row {
  const found = findRows(tables, view, settings);
  const asked = Object.entries(settings)
    .map(([key, value]) => `${key}=${value}`)
    .join(" ");
  const [row] = found;
  if (!row) throw new Error(`${view} has no row with ${asked || "anything in it"}`);
  if (found.length > 1) throw new Error(`${found.length} rows of ${view} fit ${asked || "nothing said"}; say more`);
  return row;
}
