import {jobCostColumns} from "./jobCostColumns.ts";
import {linkedColumn} from "./linkedColumn.ts";
import {plainColumn} from "./plainColumn.ts";
import type {TableLayout} from "./tableLayout.ts";

const text = (value: unknown) => String(value ?? "");

/** The tables of the chapter on the clouds. */
export const cloudLayouts: Readonly<Record<string, TableLayout>> = {
  cloud_complexity: {
    caption: "Complexity of each service: 0 none, 1 little, 2 some, 3 much; a dash where it is not established",
    columns: [
      plainColumn("name", "service"),
      {name: "mean", text: ({mean_score}) => Number(mean_score).toFixed(2)},
      plainColumn("items_known", "items known"),
      plainColumn("set_up_steps", "set-up"),
      plainColumn("identities"),
      plainColumn("image"),
      plainColumn("network"),
      plainColumn("retries"),
      plainColumn("quota"),
      plainColumn("local_tests", "local tests"),
      plainColumn("first_result", "first result"),
      plainColumn("leaving")
    ]
  },
  cloud_scorecard: {
    caption: "Why each score is what it is",
    columns: [
      plainColumn("tool", "service"),
      {name: "item", text: ({item}) => text(item).replaceAll("_", " ")},
      plainColumn("score"),
      plainColumn("value", "count"),
      plainColumn("reason"),
      plainColumn("evidence"),
      linkedColumn("source_url", "source"),
      plainColumn("as_of", "as of")
    ]
  },
  cloud_sketches: {
    caption: "What the sketch of each service consists of, counted in its files",
    columns: [
      plainColumn("name", "service"),
      plainColumn("files"),
      plainColumn("lines"),
      plainColumn("resources", "things to make"),
      plainColumn("identities", "roles and accounts"),
      plainColumn("image", "image to build")
    ]
  },
  cloud_costs: {
    caption: "What four jobs cost with each offer, by the standard assumptions of the cost page",
    columns: jobCostColumns
  }
};
