import {seriesLabel, type SeriesKey} from "../src/components/seriesLabel.ts";
import type {LayoutColumn, TableLayout} from "./tableLayouts.ts";

const column = (name: string, column: string): LayoutColumn => ({name, column});
const series: LayoutColumn = {name: "tool", text: (row) => seriesLabel(row as unknown as SeriesKey)};

/** The tables of the chapters on performance: what a tool costs step by step, and what the build of Python changes. */
export const analysisLayouts: Readonly<Record<string, TableLayout>> = {
  breakdown: {
    caption: "What each tool costs, step by step, with two workers",
    columns: [
      series,
      column("family", "family"),
      column("import", "import_seconds"),
      column("start", "start_seconds"),
      column("first result", "first_seconds"),
      column("dispatch: an empty task", "dispatch_seconds"),
      column("transfer: a megabyte to a task", "transfer_seconds"),
      column("run: share of two cores for the work", "work_share"),
      column("collect: a megabyte back", "collect_seconds"),
      column("stop", "stop_seconds"),
      column("samples of the start", "samples")
    ]
  },
  skew: {
    caption: "Uneven tasks of one mean length, by how they are handed out",
    columns: [
      series,
      column("lengths", "distribution"),
      column("spread: coefficient of variation", "task_cv"),
      column("tasks", "task_count"),
      column("workers", "workers"),
      column("chunk", "chunk"),
      column("against the plain loop", "speedup"),
      column("samples", "samples")
    ]
  },
  builds: {
    caption: "The same Python with and without the GIL",
    columns: [
      series,
      column("build", "build"),
      column("begin and end", "total_seconds"),
      column("an empty task, many at once", "task_seconds"),
      column("against the default build", "task_ratio"),
      column("two workers, work that holds the GIL", "speedup"),
      column("two workers, work that releases it", "released_ratio"),
      column("samples, at least", "samples")
    ]
  }
};
