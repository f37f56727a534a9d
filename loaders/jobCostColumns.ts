import {costJobs} from "./costRows.ts";
import {plainColumn} from "./plainColumn.ts";
import type {LayoutColumn} from "./tableLayout.ts";

/** Dollars, or the limit that excludes the offer. */
const usd = (job: string): LayoutColumn => ({
  name: costJobs[job]!,
  text: (row) => String(row[`${job}_text`] ?? row[`${job}_reason`] ?? "")
});

/** An offer, what the four jobs of the standard assumptions cost with it, and how old its prices are. */
export const jobCostColumns: readonly LayoutColumn[] = [
  plainColumn("name", "offer"),
  ...["short", "packed", "middling", "long"].map(usd),
  plainColumn("prices_of", "oldest price of")
];
