import type {Views} from "./gatherViews.ts";
import {measuredViews} from "./measured.ts";

/** The first look of some views: what one page shows before a filter is set. Throws when there is no such view. */
export async function pickViews(names: readonly string[]): Promise<Views> {
  const views = await measuredViews();
  return Object.fromEntries(
    names.map((name) => {
      const rows = views[name];
      if (!rows) throw new Error(`there is no view ${name}; there are ${Object.keys(views).toSorted().join(", ")}`);
      return [name, rows];
    })
  );
}
