import {seriesLabel, type SeriesKey} from "../src/components/seriesLabel.ts";
import {toolName} from "../src/model/toolName.ts";
import {formatUnit} from "../src/schema/formatUnit.ts";
import {formatCell} from "./renderFigureText.ts";
import {adviceLayouts} from "./adviceLayouts.ts";
import {analysisLayouts} from "./analysisLayouts.ts";
import {answerLayouts} from "./answerLayouts.ts";
import {cloudLayouts} from "./cloudLayouts.ts";
import {comparisonLayouts} from "./comparisonLayouts.ts";
import {toolLayouts} from "./toolLayouts.ts";
import {documentLayouts} from "./documentLayouts.ts";
import {modelLayouts} from "./modelLayouts.ts";
import {sourceLayouts} from "./sourceLayouts.ts";

export type TableRow = Readonly<Record<string, unknown>>;

/** A column of a table in a text: the view's column, or a text made of the row; `url` is the column that it links to. */
export interface LayoutColumn {
  readonly name: string;
  readonly column?: string;
  readonly text?: (row: TableRow) => string;
  readonly url?: string;
}

/** A table's caption, its columns, and the rows of one record set upright. */
export interface TableLayout {
  readonly caption: string;
  readonly columns: readonly LayoutColumn[];
  readonly upright?: boolean;
}

const plain = (column: string, name = column.replaceAll("_", " ")): LayoutColumn => ({name, column});
const text = (value: unknown) => String(value ?? "");
const host = (address: unknown) =>
  text(address)
    .replace(/^https?:\/\/(www\.)?/, "")
    .split("/")[0] as string;
const series: LayoutColumn = {name: "tool", text: (row) => seriesLabel(row as unknown as SeriesKey)};

/** What a quiet run should reach: the factor between predicted and measured on cells left out of the fit. */
export const heldoutGoal = {median: 1.1, p90: 1.35};

/** Fewer cells than this leave a fit little to learn from once a fifth of them is left out. */
const fewCells = 15;

/** Whether a tool's model reached the goal; if not, by how much, and whether its cells were few. */
function goalText({median_ratio, p90_ratio, cells}: TableRow): string {
  const over = (name: string, value: unknown, goal: number) =>
    typeof value === "number" && value > goal ? [`${name} over by ${formatUnit(value - goal, "1", 2)}`] : [];
  const misses = [
    ...over("median", median_ratio, heldoutGoal.median),
    ...over("ninth decile", p90_ratio, heldoutGoal.p90)
  ];
  if (misses.length === 0) return "met";
  return [...misses, ...(Number(cells) < fewCells ? ["few cells to learn from"] : [])].join("; ");
}

/** An offer and its prices; the date leads to the source of the oldest of them. */
const costColumns: readonly LayoutColumn[] = [
  plain("name", "offer"),
  {name: "this job", text: ({feasible, usd_text, reason}) => text(feasible ? usd_text : `left out: ${text(reason)}`)},
  {name: "a million tasks", text: ({feasible, per_million_usd_text: usd}) => (feasible ? text(usd) : "–")},
  {name: "a month", text: ({feasible, month_usd_text: usd}) => (feasible ? text(usd) : "–")},
  {name: "done after", text: ({feasible, seconds}) => (feasible ? formatUnit(Number(seconds), "s") : "–")},
  {name: "prices of", text: ({prices_of}) => text(prices_of ?? "your figures"), url: "source_url"}
];

/** How the tables that chapters ask for are laid out; any other shows its columns as they are. */
export const tableLayouts: Readonly<Record<string, TableLayout>> = {
  ...adviceLayouts,
  ...analysisLayouts,
  ...answerLayouts,
  ...cloudLayouts,
  ...comparisonLayouts,
  ...toolLayouts,
  ...documentLayouts,
  ...modelLayouts,
  ...sourceLayouts,
  cost: {caption: "Every offer for a million tasks of a second, the cheapest first", columns: costColumns},
  costSteps: {caption: "Orchestrators for the same job: their steps only", columns: costColumns},
  run: {
    caption: "The run that the pages show",
    upright: true,
    columns: [
      plain("machine"),
      plain("cpu_model", "processor"),
      plain("cores"),
      plain("memory_bytes", "memory"),
      plain("os", "operating system"),
      plain("kernel"),
      plain("python", "Python"),
      plain("profile"),
      plain("started", "begun"),
      plain("samples"),
      plain("cells"),
      plain("samples_a_cell", "samples a cell, mean"),
      plain("ok_share", "samples that ended well"),
      plain("capacity_median", "cores that the probes got, median"),
      plain("capacity_p10", "cores that nine of ten probes got at least"),
      plain("baseline_drift", "drift of the serial baseline: width of its middle eight tenths"),
      plain("foreign_cpu_median_seconds", "CPU of other programs during a sample, median"),
      plain("harness_seconds", "what the harness itself takes in a sample")
    ]
  },
  runs: {
    caption: "Every run that is kept",
    columns: [
      plain("machine"),
      plain("part"),
      plain("profile"),
      plain("started", "begun"),
      plain("samples"),
      plain("cells"),
      plain("samples_a_cell", "samples a cell, mean"),
      plain("ok_share", "ended well"),
      plain("capacity_median", "cores that the probes got, median"),
      plain("baseline_drift", "drift of the baseline")
    ]
  },
  coverage: {
    caption: "What of the plan ran, and why the rest did not",
    columns: [
      plain("part"),
      {name: "tool", text: ({tool, variant}) => toolName({tool: text(tool), variant: text(variant)})},
      plain("experiment"),
      plain("cells_planned", "cells planned"),
      plain("cells_ok", "cells with a good sample"),
      plain("samples"),
      plain("not_ok", "what did not end well")
    ]
  },
  adapters: {
    caption: "What the same task takes with each tool",
    columns: [
      plain("tool"),
      plain("file", "adapter"),
      plain("lines", "lines of code"),
      plain("distributions", "distributions installed"),
      plain("services", "services beside it")
    ]
  },
  ranges: {
    caption: "Figures held against the range in which they were expected",
    columns: [
      plain("id", "figure"),
      {name: "measured", text: ({value, column}) => formatCell(text(column), value)},
      {
        name: "expected",
        text: ({low, high, column}) => `${formatCell(text(column), low)} to ${formatCell(text(column), high)}`
      },
      plain("verdict"),
      plain("published", "published beside it"),
      plain("basis", "why this range"),
      plain("explanation", "why outside")
    ]
  },
  engines: {
    caption: "Four questions of one table, by engine",
    columns: [
      plain("query"),
      plain("data_bytes", "table"),
      series,
      plain("run_seconds", "warm"),
      plain("cold_seconds", "first time"),
      plain("start_seconds", "import and start"),
      plain("peak_rss_bytes", "peak memory"),
      plain("samples")
    ]
  },
  workflows: {
    caption: "Workflows, by orchestrator; a plain loop and Dask beside them",
    columns: [
      {name: "shape", text: ({pattern, task_count}) => `${text(pattern).replace("_", "-")} of ${text(task_count)}`},
      plain("task_seconds", "length of a task"),
      series,
      plain("run_seconds", "whole run"),
      plain("overhead_seconds", "above the work, a task"),
      plain("assignment_seconds", "ready to running"),
      plain("execution_seconds", "running"),
      plain("transition_seconds", "end to next start"),
      plain("samples")
    ]
  },
  faults: {
    caption: "A worker killed half-way",
    columns: [
      series,
      {name: "the job", text: ({outcome}) => (outcome === "ok" ? "ended well" : text(outcome))},
      plain("lost", "results lost"),
      plain("doubled", "tasks begun again"),
      plain("delayed_seconds", "later by"),
      plain("detail", "what it said"),
      plain("samples")
    ]
  },
  distance: {
    caption: "An empty task over a longer way",
    columns: [
      series,
      {name: "asked", text: ({pattern}) => (pattern === "sequential" ? "one at a time" : "all at once")},
      plain("rtt_seconds", "round trip added"),
      plain("task_seconds", "time a task"),
      plain("samples")
    ]
  },
  heldout: {
    caption: "Error of each tool's model on cells that were left out of the fit",
    columns: [
      series,
      plain("form"),
      plain("cells"),
      plain("median_ratio", "median factor"),
      plain("p90_ratio", "ninth decile"),
      {name: "goal", text: goalText}
    ]
  },
  metg: {
    caption: "The smallest worthwhile task",
    columns: [
      series,
      plain("threshold", "efficiency"),
      plain("granularity_seconds", "granularity"),
      plain("length_seconds", "length of a task"),
      plain("closed_form_seconds", "granularity, closed form")
    ]
  },
  published_metg: {
    caption: "The same quantity as others published it, at half efficiency on one node",
    columns: [
      plain("tool", "system"),
      plain("metg_seconds", "granularity"),
      plain("pattern", "tasks and their dependencies"),
      plain("tool_version", "version"),
      plain("machine"),
      plain("year"),
      {name: "source", column: "source_title", url: "source_url"}
    ]
  },
  outcomes: {
    caption: "What did not end well, and why",
    columns: [series, plain("experiment"), plain("outcome"), plain("samples"), plain("detail", "reason")]
  },
  columns: {
    caption: "Columns of samples.csv and measures.csv",
    columns: [plain("table", "file"), plain("column"), plain("unit"), plain("meaning"), plain("allowed")]
  },
  contradictions: {
    caption: "Claims that do not agree, and how they are read here",
    columns: [
      plain("subject"),
      {name: "one claim", column: "claim_a", url: "source_a"},
      {name: "the other", column: "claim_b", url: "source_b"},
      plain("reading")
    ]
  },
  published_figures: {
    caption: "What others published, never merged with what was measured here",
    columns: [
      plain("id"),
      plain("tool"),
      plain("quantity"),
      plain("value"),
      plain("low"),
      plain("high"),
      plain("unit"),
      plain("conditions"),
      plain("machine"),
      plain("year"),
      plain("grade"),
      {name: "source", column: "source_title", url: "source_url"}
    ]
  },
  granularity_guidance: {
    caption: "What projects say about the smallest useful task",
    columns: [
      plain("tool"),
      plain("guidance"),
      plain("note"),
      {name: "source", text: ({source_url}) => host(source_url), url: "source_url"}
    ]
  },
  complaints: {
    caption: "Threads in which users report a hazard",
    columns: [
      plain("tool"),
      plain("complaint"),
      plain("state"),
      {name: "thread", text: ({thread_url}) => host(thread_url), url: "thread_url"}
    ]
  },
  sources: {
    caption: "Every address that is cited",
    columns: [
      {name: "source", column: "title", url: "source_url"},
      plain("publisher"),
      plain("kind"),
      plain("as_of", "read on"),
      plain("trust")
    ]
  }
};
