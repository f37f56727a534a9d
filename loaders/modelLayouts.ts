import {formatUnit} from "../src/schema/formatUnit.ts";
import {plainColumn} from "./plainColumn.ts";
import {formatCell} from "./renderFigureText.ts";
import {seriesColumn} from "./seriesColumn.ts";
import type {LayoutColumn, TableLayout, TableRow} from "./tableLayout.ts";

/** What a quiet run should reach on work that no fit has seen: factors between predicted and measured. */
export const validationGoal = {median: 1.03, p90: 1.1, toolP90: 1.2};

/** The same on cells left out of the fit. */
export const heldoutGoal = {median: 1.1, p90: 1.35};

/** Fewer cells than this leave a fit little to learn from once a fifth of them is left out. */
const fewCells = 15;

const kindWords: Readonly<Record<string, string>> = {
  "cpu-gil": "holds the GIL",
  "cpu-releases-gil": "releases the GIL",
  waiting: "waits"
};
const kind: LayoutColumn = {name: "kind of work", text: (row) => kindWords[String(row.kind)] ?? String(row.kind)};

/** Factors near one tell nothing in three digits. */
const factor = (value: unknown) => formatUnit(Number(value), "×", 4);

const pair = (name: string, typical: string, bad: string): LayoutColumn => ({
  name,
  text: (row) =>
    row[typical] === null || row[typical] === undefined ? "–" : `${factor(row[typical])} / ${factor(row[bad])}`
});

const coverage: LayoutColumn = {
  name: "inside the 80 % band",
  text: (row) =>
    `${formatUnit(Number(row.coverage_share), "%", 2)} (${formatUnit(Number(row.least_coverage_share), "%", 2)} to ${formatUnit(Number(row.most_coverage_share), "%", 2)})`
};

/** What was missed of the goal, the worse first, and whether there were fewer cells to learn from than `fewCells`. */
function missed(
  {median_ratio, p90_ratio, cells}: TableRow,
  goal: {readonly median: number; readonly p90: number},
  fewCells = 0
): string {
  const over = (name: string, value: unknown, most: number) =>
    typeof value === "number" && value > most ? [`${name} over by ${formatUnit(value - most, "1", 2)}`] : [];
  const misses = [...over("median", median_ratio, goal.median), ...over("ninth decile", p90_ratio, goal.p90)];
  if (misses.length === 0) return "met";
  return [...misses, ...(Number(cells) < fewCells ? ["few cells to learn from"] : [])].join("; ");
}

const errorColumns: readonly LayoutColumn[] = [
  plainColumn("cells"),
  pair("factor: median / ninth decile", "median_ratio", "p90_ratio"),
  pair("on a quiet machine", "quiet_median_ratio", "quiet_p90_ratio"),
  pair("imports left out", "bare_median_ratio", "bare_p90_ratio"),
  plainColumn("over_ratio", "measured over predicted"),
  coverage
];
const toolGoal = {...validationGoal, p90: validationGoal.toolP90};

const sweep: readonly LayoutColumn[] = [
  seriesColumn,
  plainColumn("task_count", "tasks"),
  plainColumn("task_seconds", "length")
];

const ways = {
  fold: "every fifth cell",
  length: "a task length",
  count: "a count",
  payload: "a payload",
  workers: "a number of workers",
  chunk: "a chunk size"
};

/** The tables of the methods page on the model. */
export const modelLayouts: Readonly<Record<string, TableLayout>> = {
  heldout: {
    caption: "Error of each tool's model on cells that were left out of the fit",
    columns: [
      seriesColumn,
      plainColumn("form"),
      plainColumn("cells"),
      plainColumn("median_ratio", "median factor"),
      plainColumn("p90_ratio", "ninth decile"),
      {name: "goal", text: (row) => missed(row, heldoutGoal, fewCells)}
    ]
  },
  form_table: {
    caption: "Forms by what was left out: median over tools of the median factor / of the ninth decile",
    columns: [
      plainColumn("form"),
      ...Object.entries(ways).map(([way, name]) => pair(name, `${way}_median`, `${way}_p90`)),
      plainColumn("chosen", "tools that kept it")
    ]
  },
  validation_tools: {
    caption: "The same by tool",
    columns: [seriesColumn, ...errorColumns, {name: "goal", text: (row) => missed(row, toolGoal)}]
  },
  validation_kinds: {
    caption: "The same by kind of work",
    columns: [kind, ...errorColumns, {name: "goal", text: (row) => missed(row, validationGoal)}]
  },
  validation_works: {
    caption: "The same by work",
    columns: [plainColumn("workload", "work"), kind, ...errorColumns]
  },
  validation_all: {
    caption: "Predictions of real work that no fit has seen, over all cells",
    columns: [...errorColumns, {name: "goal", text: (row) => missed(row, validationGoal)}]
  },
  validation_cells: {
    caption: "Every cell of real work: predicted, then measured",
    columns: [
      seriesColumn,
      plainColumn("workload", "work"),
      plainColumn("task_count", "tasks"),
      plainColumn("workers"),
      plainColumn("serial_seconds", "a task in the plain loop"),
      plainColumn("predicted_seconds", "predicted"),
      {
        name: "band",
        text: (row) =>
          `${formatCell("seconds", row.predicted_seconds_low)} to ${formatCell("seconds", row.predicted_seconds_high)}`
      },
      plainColumn("measured_seconds", "measured"),
      plainColumn("inside"),
      plainColumn("samples")
    ]
  },
  chunk_cells: {
    caption: "Chunk sizes as measured, and as foreseen by a fit without that size",
    columns: [
      ...sweep,
      {name: "chunk", text: ({chunk_size}) => (chunk_size === null ? "own" : String(chunk_size))},
      plainColumn("measured_seconds", "measured"),
      plainColumn("predicted_seconds", "foreseen"),
      plainColumn("off_ratio", "factor")
    ]
  },
  chunk_advice: {
    caption: "The best chunk, and what the tool's own costs beyond it",
    columns: [
      ...sweep,
      plainColumn("best_chunk", "best chunk by the model"),
      plainColumn("best_seconds", "its run"),
      plainColumn("measured_best_chunk", "best chunk of those measured"),
      plainColumn("default_chunk", "the tool's own chunk"),
      plainColumn("default_ratio", "its run over the best, by the model"),
      plainColumn("measured_default_ratio", "as measured")
    ]
  },
  skew_foreseen: {
    caption: "Uneven tasks: the run over the work divided by the workers",
    columns: [
      seriesColumn,
      {name: "lengths", text: ({distribution}) => (distribution === "pareto" ? "heavy tail (Pareto)" : "log-normal")},
      plainColumn("task_cv", "spread: coefficient of variation"),
      plainColumn("workers"),
      plainColumn("slowdown_ratio", "measured"),
      plainColumn("predicted_slowdown_ratio", "foreseen"),
      plainColumn("even_slowdown_ratio", "even tasks, foreseen"),
      plainColumn("off_ratio", "foreseen against measured"),
      plainColumn("samples")
    ]
  }
};
