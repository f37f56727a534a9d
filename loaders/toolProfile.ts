import {seriesKey} from "../src/components/seriesKey.ts";
import {type SeriesKey, seriesLabel} from "../src/components/seriesLabel.ts";
import {toolFamily} from "../src/components/toolFamily.ts";
import type {Tool} from "../src/schema/tool.ts";
import {findRows} from "./findRow.ts";
import type {Views} from "./gatherViews.ts";
import {markdownCell} from "./markdownCell.ts";
import type {RenderContext} from "./renderContext.ts";
import {fewSamples} from "./renderFigureText.ts";
import {type ToolQuantity, toolQuantities} from "./toolQuantities.ts";
import {toolSubjects} from "./toolSubjects.ts";

/** Views whose rows are told in tables of their own, with the heading that stands above them. */
const ownTables = [
  {view: "engines", heading: "Questions of a table"},
  {view: "workflows", heading: "Workflows"},
  {view: "faults", heading: "A worker dies"},
  {view: "distance", heading: "A longer way"}
] as const;

/** Workers of the figures: the plan measures each tool with two. */
const workers = 2;

/** One plain loop or a better one: it has one worker, and no cost of workers to miss. */
const isSerial = ({tool}: SeriesKey) => tool.startsWith("serial");

const settingsText = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([key, value]) => `${key}=${value}`)
    .join(" ");

/** The row of a quantity for one series, if there is one, and the settings that find it. */
function rowOf(tables: Views, {view, settings}: ToolQuantity, series: SeriesKey) {
  const {tool, variant, start_method} = series;
  const asked: Record<string, string> = {...settings, tool, variant, start_method};
  if (isSerial(series) && "workers" in settings) asked.workers = "1";
  const rows = (tables[view] ?? []).length > 0 ? findRows(tables, view, asked) : [];
  // Of several rows none is the figure: the text would have to say which.
  return {row: rows.length === 1 ? rows[0] : undefined, asked};
}

/** Why a quantity has no figure for a series. */
function reasonOf(tables: Views, quantity: ToolQuantity, series: SeriesKey): string {
  const {row} = rowOf(tables, quantity, series);
  if (row && quantity.view === "memory")
    return toolFamily(series) === "processes" || toolFamily(series) === "distributed"
      ? "its workers could not be told from the rest of its processes"
      : "it has no worker processes of its own";
  if (row) return String(row.reason ?? "never reached");
  if (quantity.view === "metg" && toolFamily(series) === "coroutines")
    return "one thread computes, whatever the length";
  if (quantity.experiment === null) return "too few cells were measured to fit its model";
  const planned = (tables.coverage ?? []).filter(
    ({tool, variant, experiment}) =>
      tool === series.tool && variant === series.variant && experiment === quantity.experiment
  );
  const bad = planned.map(({not_ok}) => String(not_ok ?? "")).filter((text) => text !== "");
  return bad.length > 0 ? markdownCell(bad.join("; ")) : "the plan of the runs shown holds no such cell";
}

/** Every series of the tools that has at least one of the quantities. */
function seriesOf(tables: Views, tools: readonly string[], quantities: readonly ToolQuantity[]): readonly SeriesKey[] {
  const found = new Map<string, SeriesKey>();
  for (const {view, column} of quantities)
    for (const row of tables[view] ?? []) {
      const {tool, variant, start_method} = row as unknown as SeriesKey;
      if (tools.includes(tool) && typeof row[column] === "number")
        found.set(seriesKey({tool, variant, start_method}), {tool, variant, start_method});
    }
  return [...found.values()].filter((series) =>
    quantities.some((quantity) => typeof rowOf(tables, quantity, series).row?.[quantity.column] === "number")
  );
}

function quantityTable(tables: Views, all: readonly SeriesKey[], quantities: readonly ToolQuantity[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const counts = all.map(() => Infinity);
  const missing = new Map<string, Map<string, string[]>>();
  const rows = quantities.flatMap((quantity) => {
    const cells = all.map((series, place) => {
      const {row, asked} = rowOf(tables, quantity, series);
      if (typeof row?.[quantity.column] === "number") {
        if (typeof row.samples === "number") counts[place] = Math.min(counts[place]!, row.samples);
        return `{{${quantity.view}.${quantity.column} ${settingsText(asked)}}}`;
      }
      if (!isSerial(series)) {
        const labels = missing.get(reasonOf(tables, quantity, series)) ?? new Map<string, string[]>();
        labels.set(quantity.label, [...(labels.get(quantity.label) ?? []), seriesLabel(series)]);
        missing.set(reasonOf(tables, quantity, series), labels);
      }
      return "–";
    });
    return cells.every((cell) => cell === "–") ? [] : [line([quantity.label, ...cells])];
  });
  const samples = counts.map((count) => (Number.isFinite(count) ? String(count) : "–"));
  const which = (series: readonly string[]) => (series.length === all.length ? "" : ` (${series.join(", ")})`);
  const reasons = [...missing].map(
    ([reason, labels]) =>
      `- Not measured, because ${reason}: ${[...labels].map(([label, series]) => label + which(series)).join("; ")}.`
  );
  return [
    line([`with {{run.cores}} workers`, ...all.map(seriesLabel)]),
    line(["---", ...all.map(() => "---")]),
    ...rows,
    line(["samples behind a figure, at least", ...samples]),
    "",
    ...reasons
  ];
}

/** On a page, a box by which the table is told from others; the list below it is not harmed. */
const inBox = (lines: readonly string[], {form}: RenderContext) =>
  form === "page" ? ['<div class="tool-profile">', "", ...lines, "", "</div>"] : lines;

/** Why there is no measurement at all. */
function whyNot(tool: Tool, {tables}: RenderContext): string {
  if (tool.category === "cloud")
    return "Not measured, because nothing in this report was run in a cloud: that takes an account, and its figures would hold for one region on one day. What vendors and others state is below, with its date; [cloud infrastructure](/cloud-infrastructure) compares the services, [cost](/cost) computes their prices for your tasks.";
  const planned = (tables.coverage ?? []).filter(({tool: name}) => toolSubjects(tool.slug).includes(String(name)));
  const reasons = [...new Set(planned.map(({not_ok}) => String(not_ok ?? "")).filter((text) => text !== ""))];
  if (reasons.length > 0) return `Not measured, because no cell ended well: ${markdownCell(reasons.join("; "))}.`;
  return "Not measured, because no run that the pages show holds it: the newest ones on {{run.machine}} were taken without it. Its adapter is written, and `npm run bench` measures it.";
}

/** The measured profile of a tool: a small chart, a table whose figures open where they come from, and what is not known and why. */
export function toolProfile(tool: Tool, context: RenderContext): readonly string[] {
  const {tables} = context;
  const tools = toolSubjects(tool.slug);
  const quantities = toolQuantities(workers);
  const all = seriesOf(tables, tools, quantities);
  const others = ownTables.filter(({view}) => (tables[view] ?? []).some((row) => row.tool === tool.slug));
  if (all.length === 0 && others.length === 0) return [whyNot(tool, context)];
  const curve = (tables.tool_efficiency ?? []).length > 0 ? ["{{figure toolProfile}}", ""] : [];
  const marks = `; a figure opens where it comes from. A dagger (†) stands at figures of fewer than ${fewSamples} samples.`;
  return [
    `Medians on {{run.machine}}, {{run.cores}} cores${context.form === "page" ? marks : "."}`,
    "",
    ...(all.length > 0 ? [...curve, ...inBox(quantityTable(tables, all, quantities), context), ""] : []),
    ...(all.length === 0 ? ["Not measured as a runner of tasks, because it runs none of Python's functions.", ""] : []),
    ...others.flatMap(({view, heading}) => [`### ${heading}`, "", `{{table ${view} tool=${tool.slug}}}`, ""])
  ];
}
