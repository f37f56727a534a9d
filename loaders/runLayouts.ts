import {toolName} from "../src/model/toolName.ts";
import {plainColumn} from "./plainColumn.ts";
import {formatCell} from "./renderFigureText.ts";
import {seriesColumn} from "./seriesColumn.ts";
import type {TableLayout} from "./tableLayout.ts";

const text = (value: unknown) => String(value ?? "");

/** The tables of the page on methods: which runs there are, what of the plan ran and how it ended. */
export const runLayouts: Readonly<Record<string, TableLayout>> = {
  run: {
    caption: "The run that the pages show",
    upright: true,
    columns: [
      plainColumn("machine"),
      plainColumn("cpu_model", "processor"),
      plainColumn("cores"),
      plainColumn("memory_bytes", "memory"),
      plainColumn("os", "operating system"),
      plainColumn("kernel"),
      plainColumn("python", "Python"),
      plainColumn("profile"),
      plainColumn("started", "begun"),
      plainColumn("samples"),
      plainColumn("cells"),
      plainColumn("samples_a_cell", "samples a cell, mean"),
      plainColumn("ok_share", "samples that ended well"),
      plainColumn("capacity_median", "cores that the probes got, median"),
      plainColumn("capacity_p10", "cores that nine of ten probes got at least"),
      plainColumn("baseline_drift", "drift of the serial baseline: width of its middle eight tenths"),
      plainColumn("foreign_cpu_median_seconds", "CPU of other programs during a sample, median"),
      plainColumn("harness_seconds", "what the harness itself takes in a sample")
    ]
  },
  runs: {
    caption: "Every run that is kept",
    columns: [
      plainColumn("machine"),
      plainColumn("part"),
      plainColumn("profile"),
      plainColumn("started", "begun"),
      plainColumn("samples"),
      plainColumn("cells"),
      plainColumn("samples_a_cell", "samples a cell, mean"),
      plainColumn("ok_share", "ended well"),
      plainColumn("capacity_median", "cores that the probes got, median"),
      plainColumn("baseline_drift", "drift of the baseline")
    ]
  },
  coverage: {
    caption: "What of the plan ran, and why the rest did not",
    columns: [
      plainColumn("part"),
      {name: "tool", text: ({tool, variant}) => toolName({tool: text(tool), variant: text(variant)})},
      plainColumn("experiment"),
      plainColumn("cells_planned", "cells planned"),
      plainColumn("cells_ok", "cells with a good sample"),
      plainColumn("samples"),
      plainColumn("not_ok", "what did not end well")
    ]
  },
  adapters: {
    caption: "What the same task takes with each tool",
    columns: [
      plainColumn("tool"),
      plainColumn("file", "adapter"),
      plainColumn("lines", "lines of code"),
      plainColumn("distributions", "distributions installed"),
      plainColumn("services", "services beside it")
    ]
  },
  ranges: {
    caption: "Figures held against the range in which they were expected",
    columns: [
      plainColumn("id", "figure"),
      {name: "measured", text: ({value, column}) => formatCell(text(column), value)},
      {
        name: "expected",
        text: ({low, high, column}) => `${formatCell(text(column), low)} to ${formatCell(text(column), high)}`
      },
      plainColumn("verdict"),
      plainColumn("published", "published beside it"),
      plainColumn("basis", "why this range"),
      plainColumn("explanation", "why outside")
    ]
  },
  outcomes: {
    caption: "What did not end well, and why",
    columns: [
      seriesColumn,
      plainColumn("experiment"),
      plainColumn("outcome"),
      plainColumn("samples"),
      plainColumn("detail", "reason")
    ]
  },
  columns: {
    caption: "Columns of samples.csv and measures.csv",
    columns: [
      plainColumn("table", "file"),
      plainColumn("column"),
      plainColumn("unit"),
      plainColumn("meaning"),
      plainColumn("allowed")
    ]
  }
};
