import {findRows} from "./findRow.ts";
import {markdownCell} from "./markdownCell.ts";
import type {RenderContext} from "./renderContext.ts";

type Row = Readonly<Record<string, unknown>>;

/** More figures than this are folded, so that a page stays readable. */
const unfolded = 8;

/** Quantities that answer to a row of the measured profile, before all others. */
const first = [
  "startup",
  "cold_start",
  "per_task_overhead",
  "per_step",
  "empty_task_time",
  "throughput",
  "min_task_duration"
];

const words: Readonly<Record<string, string>> = {
  metg50: "METG at half efficiency",
  per_task_overhead: "overhead a task",
  per_step: "time a step",
  fit_serial_cost: "serial cost a task, fitted",
  pod_startup_p99: "start of a pod, ninety-ninth percentile"
};

const said = (quantity: unknown) => words[String(quantity)] ?? String(quantity).replaceAll("_", " ");

function tableLines(rows: readonly Row[]): readonly string[] {
  const line = ({id, quantity, conditions, machine, tool_version, year, grade, source_title}: Row) =>
    [
      said(quantity),
      `{{published ${String(id)}}}`,
      [conditions, machine, tool_version]
        .map(markdownCell)
        .filter((part) => part !== "")
        .join("; "),
      [source_title, year]
        .map(markdownCell)
        .filter((part) => part !== "")
        .join(", "),
      String(grade)
    ].join(" | ");
  return [
    "| what | figure | conditions | source | grade |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${line(row)} |`)
  ];
}

/** What others published of a tool, each figure with its source, its year and its conditions: Markdown of the table. */
export function toolPublished({tables}: RenderContext): readonly string[] {
  const rows = findRows(tables, "tool_published", {});
  if (rows.length === 0) return ["The facts of this report hold no figure that others published of it."];
  const rank = ({quantity}: Row) => (first.includes(String(quantity)) ? first.indexOf(String(quantity)) : first.length);
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b));
  const [shown, rest] = [sorted.slice(0, unfolded), sorted.slice(unfolded)];
  return [
    "Never merged with what was measured here: machine, version and question differ. Grades: A with data, B old or informal, C a vendor or one person, D computed.",
    "",
    ...tableLines(shown),
    ...(rest.length > 0
      ? [
          "",
          "<details>",
          `<summary>${rest.length} more published figures</summary>`,
          "",
          ...tableLines(rest),
          "",
          "</details>"
        ]
      : [])
  ];
}
