import {plainColumn} from "./plainColumn.ts";
import {seriesColumn} from "./seriesColumn.ts";
import type {TableLayout} from "./tableLayout.ts";

/** The tables of the chapters on performance: what a tool costs step by step, and what the build of Python changes. */
export const analysisLayouts: Readonly<Record<string, TableLayout>> = {
  breakdown: {
    caption: "What each tool costs, step by step, with two workers",
    columns: [
      seriesColumn,
      plainColumn("family"),
      plainColumn("import_seconds", "import"),
      plainColumn("start_seconds", "start"),
      plainColumn("first_seconds", "first result"),
      plainColumn("dispatch_seconds", "dispatch: an empty task"),
      plainColumn("transfer_seconds", "transfer: a megabyte to a task"),
      plainColumn("work_share", "run: share of two cores for the work"),
      plainColumn("collect_seconds", "collect: a megabyte back"),
      plainColumn("stop_seconds", "stop"),
      plainColumn("samples", "samples of the start")
    ]
  },
  skew: {
    caption: "Uneven tasks of one mean length, by how they are handed out",
    columns: [
      seriesColumn,
      plainColumn("distribution", "lengths"),
      plainColumn("task_cv", "spread: coefficient of variation"),
      plainColumn("task_count", "tasks"),
      plainColumn("workers"),
      plainColumn("chunk"),
      plainColumn("speedup", "against the plain loop"),
      plainColumn("samples")
    ]
  },
  builds: {
    caption: "The same Python with and without the GIL",
    columns: [
      seriesColumn,
      plainColumn("build"),
      plainColumn("total_seconds", "begin and end"),
      plainColumn("task_seconds", "an empty task, many at once"),
      plainColumn("task_ratio", "against the default build"),
      plainColumn("speedup", "two workers, work that holds the GIL"),
      plainColumn("released_ratio", "two workers, work that releases it"),
      plainColumn("samples", "samples, at least")
    ]
  }
};
