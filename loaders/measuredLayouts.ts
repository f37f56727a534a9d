import {plainColumn} from "./plainColumn.ts";
import {seriesColumn} from "./seriesColumn.ts";
import type {TableLayout} from "./tableLayout.ts";

const text = (value: unknown) => String(value ?? "");

/** The tables of what was measured of tools side by side: engines, orchestrators, faults, distance, the smallest task. */
export const measuredLayouts: Readonly<Record<string, TableLayout>> = {
  engines: {
    caption: "Four questions of one table, by engine",
    columns: [
      plainColumn("query"),
      plainColumn("data_bytes", "table"),
      seriesColumn,
      plainColumn("run_seconds", "warm"),
      plainColumn("cold_seconds", "first time"),
      plainColumn("start_seconds", "import and start"),
      plainColumn("peak_rss_bytes", "peak memory"),
      plainColumn("samples")
    ]
  },
  workflows: {
    caption: "Workflows, by orchestrator; a plain loop and Dask beside them",
    columns: [
      {name: "shape", text: ({pattern, task_count}) => `${text(pattern).replace("_", "-")} of ${text(task_count)}`},
      plainColumn("task_seconds", "length of a task"),
      seriesColumn,
      plainColumn("run_seconds", "whole run"),
      plainColumn("overhead_seconds", "above the work, a task"),
      plainColumn("assignment_seconds", "ready to running"),
      plainColumn("execution_seconds", "running"),
      plainColumn("transition_seconds", "end to next start"),
      plainColumn("samples")
    ]
  },
  faults: {
    caption: "A worker killed half-way",
    columns: [
      seriesColumn,
      {name: "the job", text: ({outcome}) => (outcome === "ok" ? "ended well" : text(outcome))},
      plainColumn("lost", "results lost"),
      plainColumn("doubled", "tasks begun again"),
      plainColumn("delayed_seconds", "later by"),
      plainColumn("detail", "what it said"),
      plainColumn("samples")
    ]
  },
  distance: {
    caption: "An empty task over a longer way",
    columns: [
      seriesColumn,
      {name: "asked", text: ({pattern}) => (pattern === "sequential" ? "one at a time" : "all at once")},
      plainColumn("rtt_seconds", "round trip added"),
      plainColumn("task_seconds", "time a task"),
      plainColumn("samples")
    ]
  },
  metg: {
    caption: "The smallest worthwhile task",
    columns: [
      seriesColumn,
      plainColumn("threshold", "efficiency"),
      plainColumn("granularity_seconds", "granularity"),
      plainColumn("length_seconds", "length of a task"),
      plainColumn("closed_form_seconds", "granularity, closed form")
    ]
  },
  published_metg: {
    caption: "The same quantity as others published it, at half efficiency on one node",
    columns: [
      plainColumn("tool", "system"),
      plainColumn("metg_seconds", "granularity"),
      plainColumn("pattern", "tasks and their dependencies"),
      plainColumn("tool_version", "version"),
      plainColumn("machine"),
      plainColumn("year"),
      {name: "source", column: "source_title", url: "source_url"}
    ]
  }
};
