import type {LayoutColumn} from "./tableLayout.ts";

/** A column that shows the view's own, as it is, under its name in words or another name. */
export function plainColumn(column: string, name = column.replaceAll("_", " ")): LayoutColumn {
  return {name, column};
}
