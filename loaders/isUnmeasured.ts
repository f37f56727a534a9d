import {findRows} from "./findRow.ts";
import type {Views} from "./gatherViews.ts";

/**
 * Whether an expression asks for a figure that could have been measured and was not: its tool is one of data/tools, and
 * either the view holds nothing of that tool, or every value asked for occurs in the view, only not together. So a site can
 * be built from runs that lack a tool or a cell; a value that occurs nowhere is a slip of the text and no missing measurement.
 */
export function isUnmeasured(tables: Views, view: string, settings: Readonly<Record<string, string>>): boolean {
  const tool = (tables.tools ?? []).find(({slug}) => slug === settings.tool);
  const rows = tables[view] ?? [];
  if (!tool || !(view in tables) || findRows(tables, view, settings).length > 0) return false;
  if (!rows.some((row) => row.tool === tool.slug)) return true;
  const variants = (tool.variants ?? []) as readonly string[];
  return Object.entries(settings).every(
    ([key, value]) =>
      (key === "variant" && variants.includes(value)) || findRows(tables, view, {[key]: value}).length > 0
  );
}
