import {cachedResult} from "./cachedResult.ts";
import {gatherViews, type Views} from "./gatherViews.ts";

/** The first look of some views: what one page shows before a filter is set. Throws when there is no such view. */
export async function pickViews(names: readonly string[]): Promise<Views> {
  const views = await cachedResult("views", gatherViews);
  return Object.fromEntries(
    names.map((name) => {
      const rows = views[name];
      if (!rows) throw new Error(`there is no view ${name}; there are ${Object.keys(views).toSorted().join(", ")}`);
      return [name, rows];
    })
  );
}
