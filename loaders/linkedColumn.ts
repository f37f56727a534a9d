import type {LayoutColumn} from "./tableLayout.ts";

/** A column that shows the site of the view's address, and leads to the address. */
export function linkedColumn(column: string, name: string): LayoutColumn {
  const site = (address: string) => address.replace(/^https?:\/\/(www\.)?/, "").split("/")[0]!;
  return {name, text: (row) => site(String(row[column] ?? "")), url: column};
}
