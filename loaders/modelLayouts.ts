import {seriesLabel, type SeriesKey} from "../src/components/seriesLabel.ts";
import {formatUnit} from "../src/schema/formatUnit.ts";
import {formatCell} from "./renderFigureText.ts";
import type {LayoutColumn, TableLayout, TableRow} from "./tableLayouts.ts";

/** What a quiet run should reach on work that no fit has seen: factors between predicted and measured. */
export const validationGoal = {median: 1.03, p90: 1.1, toolP90: 1.2};

const column = (name: string, column: string): LayoutColumn => ({name, column});
const series: LayoutColumn = {name: "tool", text: (row) => seriesLabel(row as unknown as SeriesKey)};

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

/** What was missed of the goal, the worse first. */
function missed({median_ratio, p90_ratio}: TableRow, goal: {readonly median: number; readonly p90: number}): string {
  const over = (name: string, value: unknown, most: number) =>
    typeof value === "number" && value > most ? [`${name} over by ${formatUnit(value - most, "1", 2)}`] : [];
  const misses = [...over("median", median_ratio, goal.median), ...over("ninth decile", p90_ratio, goal.p90)];
  return misses.length === 0 ? "met" : misses.join("; ");
}

const errorColumns: readonly LayoutColumn[] = [
  column("cells", "cells"),
  pair("factor: median / ninth decile", "median_ratio", "p90_ratio"),
  pair("on a quiet machine", "quiet_median_ratio", "quiet_p90_ratio"),
  pair("imports left out", "bare_median_ratio", "bare_p90_ratio"),
  column("measured over predicted", "over_ratio"),
  coverage
];
const toolGoal = {...validationGoal, p90: validationGoal.toolP90};

const sweep: readonly LayoutColumn[] = [series, column("tasks", "task_count"), column("length", "task_seconds")];

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
  form_table: {
    caption: "Forms by what was left out: median over tools of the median factor / of the ninth decile",
    columns: [
      column("form", "form"),
      ...Object.entries(ways).map(([way, name]) => pair(name, `${way}_median`, `${way}_p90`)),
      column("tools that kept it", "chosen")
    ]
  },
  validation_tools: {
    caption: "The same by tool",
    columns: [series, ...errorColumns, {name: "goal", text: (row) => missed(row, toolGoal)}]
  },
  validation_kinds: {
    caption: "The same by kind of work",
    columns: [kind, ...errorColumns, {name: "goal", text: (row) => missed(row, validationGoal)}]
  },
  validation_works: {
    caption: "The same by work",
    columns: [column("work", "workload"), kind, ...errorColumns]
  },
  validation_all: {
    caption: "Predictions of real work that no fit has seen, over all cells",
    columns: [...errorColumns, {name: "goal", text: (row) => missed(row, validationGoal)}]
  },
  validation_cells: {
    caption: "Every cell of real work: predicted, then measured",
    columns: [
      series,
      column("work", "workload"),
      column("tasks", "task_count"),
      column("workers", "workers"),
      column("a task in the plain loop", "serial_seconds"),
      column("predicted", "predicted_seconds"),
      {
        name: "band",
        text: (row) =>
          `${formatCell("seconds", row.predicted_seconds_low)} to ${formatCell("seconds", row.predicted_seconds_high)}`
      },
      column("measured", "measured_seconds"),
      column("inside", "inside"),
      column("samples", "samples")
    ]
  },
  chunk_cells: {
    caption: "Chunk sizes as measured, and as foreseen by a fit without that size",
    columns: [
      ...sweep,
      {name: "chunk", text: ({chunk_size}) => (chunk_size === null ? "own" : String(chunk_size))},
      column("measured", "measured_seconds"),
      column("foreseen", "predicted_seconds"),
      column("factor", "off_ratio")
    ]
  },
  chunk_advice: {
    caption: "The best chunk, and what the tool's own costs beyond it",
    columns: [
      ...sweep,
      column("best chunk by the model", "best_chunk"),
      column("its run", "best_seconds"),
      column("best chunk of those measured", "measured_best_chunk"),
      column("the tool's own chunk", "default_chunk"),
      column("its run over the best, by the model", "default_ratio"),
      column("as measured", "measured_default_ratio")
    ]
  },
  skew_foreseen: {
    caption: "Uneven tasks: the run over the work divided by the workers",
    columns: [
      series,
      {name: "lengths", text: ({distribution}) => (distribution === "pareto" ? "heavy tail (Pareto)" : "log-normal")},
      column("spread: coefficient of variation", "task_cv"),
      column("workers", "workers"),
      column("measured", "slowdown_ratio"),
      column("foreseen", "predicted_slowdown_ratio"),
      column("even tasks, foreseen", "even_slowdown_ratio"),
      column("foreseen against measured", "off_ratio"),
      column("samples", "samples")
    ]
  }
};
