import {formatUnit} from "../src/schema/formatUnit.ts";
import {plainColumn} from "./plainColumn.ts";
import type {LayoutColumn, TableLayout} from "./tableLayout.ts";

const text = (value: unknown) => String(value ?? "");

/** An offer and its prices; the date leads to the source of the oldest of them. */
const costColumns: readonly LayoutColumn[] = [
  plainColumn("name", "offer"),
  {name: "this job", text: ({feasible, usd_text, reason}) => text(feasible ? usd_text : `left out: ${text(reason)}`)},
  {name: "a million tasks", text: ({feasible, per_million_usd_text: usd}) => (feasible ? text(usd) : "–")},
  {name: "a month", text: ({feasible, month_usd_text: usd}) => (feasible ? text(usd) : "–")},
  {name: "done after", text: ({feasible, seconds}) => (feasible ? formatUnit(Number(seconds), "s") : "–")},
  {name: "prices of", text: ({prices_of}) => text(prices_of ?? "your figures"), url: "source_url"}
];

/** The tables of the page on cost. */
export const costLayouts: Readonly<Record<string, TableLayout>> = {
  cost: {caption: "Every offer for a million tasks of a second, the cheapest first", columns: costColumns},
  costSteps: {caption: "Orchestrators for the same job: their steps only", columns: costColumns}
};
