import {costJobs} from "./costRows.ts";
import type {LayoutColumn, TableLayout, TableRow} from "./tableLayouts.ts";

const plain = (column: string, name = column.replaceAll("_", " ")): LayoutColumn => ({name, column});
const text = (value: unknown) => String(value ?? "");
const linked = (column: string, name: string): LayoutColumn => ({
  name,
  text: (row: TableRow) =>
    text(row[column])
      .replace(/^https?:\/\/(www\.)?/, "")
      .split("/")[0] as string,
  url: column
});
/** Dollars, or the limit that excludes the offer. */
const usd = (job: string): LayoutColumn => ({
  name: costJobs[job] as string,
  text: (row: TableRow) => text(row[`${job}_text`] ?? row[`${job}_reason`])
});

/** The tables of the chapter on the clouds. */
export const cloudLayouts: Readonly<Record<string, TableLayout>> = {
  cloud_complexity: {
    caption: "Complexity of each service: 0 none, 1 little, 2 some, 3 much; a dash where it is not established",
    columns: [
      plain("name", "service"),
      {name: "mean", text: ({mean_score}) => Number(mean_score).toFixed(2)},
      plain("items_known", "items known"),
      plain("set_up_steps", "set-up"),
      plain("identities"),
      plain("image"),
      plain("network"),
      plain("retries"),
      plain("quota"),
      plain("local_tests", "local tests"),
      plain("first_result", "first result"),
      plain("leaving")
    ]
  },
  cloud_scorecard: {
    caption: "Why each score is what it is",
    columns: [
      plain("tool", "service"),
      {name: "item", text: ({item}) => text(item).replaceAll("_", " ")},
      plain("score"),
      plain("value", "count"),
      plain("reason"),
      plain("evidence"),
      linked("source_url", "source"),
      plain("as_of", "as of")
    ]
  },
  cloud_sketches: {
    caption: "What the sketch of each service consists of, counted in its files",
    columns: [
      plain("name", "service"),
      plain("files"),
      plain("lines"),
      plain("resources", "things to make"),
      plain("identities", "roles and accounts"),
      plain("image", "image to build")
    ]
  },
  cloud_costs: {
    caption: "What four jobs cost with each offer, by the standard assumptions of the cost page",
    columns: [
      plain("name", "offer"),
      usd("short"),
      usd("packed"),
      usd("middling"),
      usd("long"),
      plain("prices_of", "oldest price of")
    ]
  }
};
