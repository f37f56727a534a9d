import {toolName} from "../src/model/toolName.ts";
import {formatUnit} from "../src/schema/formatUnit.ts";
import {seriesColumn} from "./seriesColumn.ts";
import type {TableLayout, TableRow} from "./tableLayout.ts";

const text = (value: unknown) => String(value ?? "");

/** `0.028 (0.021 … 0.034)`; a dash where the law has no such parameter. */
function withInterval(row: TableRow, column: string): string {
  const [value, low, high] = [row[column], row[`${column}_low`], row[`${column}_high`]];
  if (typeof value !== "number") return "–";
  const say = (number: unknown) => formatUnit(Number(number), "");
  return typeof low === "number" && typeof high === "number"
    ? `${say(value)} (${say(low)} … ${say(high)})`
    : say(value);
}

const laws: Readonly<Record<string, string>> = {
  amdahl: "Amdahl",
  gustafson: "Gustafson",
  usl: "universal law",
  none: "none"
};

const seconds = (value: unknown) => (typeof value === "number" ? formatUnit(value, "s") : "not reached");
/** By the closed form, and as measured where that is known. */
function both(row: TableRow, percent: number): string {
  const measured = row[`measured_${percent}_seconds`];
  const told = row.measured ? (typeof measured === "number" ? formatUnit(measured, "s") : "outside") : "–";
  return `${seconds(row[`curve_${percent}_seconds`])} / ${seconds(row[`closed_${percent}_seconds`])} / ${told}`;
}

/** The tables of the scaling laws, of the smallest task by threshold and dependencies, and of other machines. */
export const answerLayouts: Readonly<Record<string, TableLayout>> = {
  laws: {
    caption: "Scaling laws: parameters with their 95 % intervals, and the law that AICc chooses",
    columns: [
      {name: "series", column: "series"},
      {name: "work", column: "work"},
      {
        name: "loads",
        text: ({loads, load_low: low, load_high: high}) => `${text(loads)} (${text(low)} … ${text(high)})`
      },
      {name: "law", text: ({law, chosen}) => `${laws[text(law)] ?? text(law)}${chosen ? " – chosen" : ""}`},
      {name: "contention α", text: (row) => withInterval(row, "contention")},
      {name: "coherence β", text: (row) => withInterval(row, "coherence")},
      {name: "serial share σ", text: (row) => withInterval(row, "serial_share")},
      {
        name: "peak, workers",
        text: (row) => (row.law === "usl" ? withInterval(row, "peak_load").replace("–", "none") : "–")
      },
      {name: "AICc", text: ({aicc}) => (typeof aicc === "number" ? formatUnit(aicc, "") : "–")},
      {
        name: "one dispatcher is full at, workers",
        text: ({ceiling_workers: workers}) => (typeof workers === "number" ? formatUnit(workers, "") : "–")
      },
      {name: "note", text: ({note}) => text(note)}
    ]
  },
  law_points: {
    caption: "What was measured at each load",
    columns: [
      {name: "series", column: "series"},
      {name: "load", column: "load"},
      {name: "throughput a second", text: (row) => withInterval(row, "throughput")}
    ]
  },
  metg_thresholds: {
    caption:
      "The smallest worthwhile task at three thresholds: granularity by the fitted curve / the closed form / the measured curve",
    columns: [
      seriesColumn,
      {name: "form", column: "form"},
      {name: "efficiency on long tasks", text: ({efficiency}) => formatUnit(Number(efficiency), "%")},
      {name: "half", text: (row) => both(row, 50)},
      {name: "eighty per cent", text: (row) => both(row, 80)},
      {name: "ninety-five per cent", text: (row) => both(row, 95)},
      {
        name: "closed form and measured curve part from",
        text: ({parts_at_threshold: at, measured}) =>
          typeof at === "number" ? formatUnit(at, "%") : measured ? "nowhere" : "–"
      }
    ]
  },
  metg_dependencies: {
    caption: "The smallest worthwhile task by the measured curve, without and with dependencies",
    columns: [
      {name: "tool", text: ({tool, variant}) => toolName({tool: text(tool), variant: text(variant)})},
      {name: "dependencies", column: "dependencies"},
      {
        name: "efficiency to reach",
        text: ({threshold}) => formatUnit(Number(threshold), "%")
      },
      {
        name: "granularity",
        text: ({granularity_seconds: value, note}) => (typeof value === "number" ? formatUnit(value, "s") : text(note))
      },
      {
        name: "length of a task there",
        text: ({length_seconds: value}) => (typeof value === "number" ? formatUnit(value, "s") : "–")
      },
      {
        name: "measured",
        text: (row) =>
          `${formatUnit(Number(row.shortest_efficiency), "%")} at ${seconds(row.shortest_seconds)}, ${formatUnit(Number(row.longest_efficiency), "%")} at ${seconds(row.longest_seconds)}`
      }
    ]
  },
  rescale: {
    caption: "Predictions for another machine, as they are and after its calibration",
    columns: [
      {name: "machine", column: "profile"},
      {name: "what", column: "what"},
      {name: "cells", column: "cells"},
      {name: "tools", column: "tools"},
      {name: "before: median", column: "before_median_ratio"},
      {name: "before: ninth decile", column: "before_p90_ratio"},
      {name: "after: median", column: "after_median_ratio"},
      {name: "after: ninth decile", column: "after_p90_ratio"},
      {name: "inside the band", column: "after_band_coverage"},
      {name: "calibrated by, cells", column: "calibration_cells"}
    ]
  }
};
