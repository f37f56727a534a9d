import {formatUnit, unitOfColumn} from "../src/schema/formatUnit.ts";
import type {Expression} from "./parseExpression.ts";
import {findRow} from "./findRow.ts";
import {isUnmeasured} from "./isUnmeasured.ts";
import {escapeHtml, type RenderContext} from "./renderContext.ts";

/** Fewer samples than this mark a figure. */
export const fewSamples = 5;

/** A cell of a view as a reader sees it: numbers with the unit that their column's name says. */
export function formatCell(column: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") {
    const unit = unitOfColumn(column);
    // A count is told in full, a measurement in three digits.
    return formatUnit(value, unit, unit === "1" && Number.isInteger(value) ? 9 : 3);
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** Where a measured figure comes from, in one line. */
function provenance(row: Readonly<Record<string, unknown>>, column: string, {tables}: RenderContext): string {
  // Costs are computed from what others charge, not measured.
  if ("prices_of" in row)
    return `Computed from list prices, the oldest of ${String(row.prices_of ?? "none")}: see the page on cost.`;
  if ("counted_in" in row) return `Counted in ${String(row.counted_in)}.`;
  if ("distributions" in row) return "Counted in the adapter's file and in the list of what its environment holds.";
  if ("threshold" in row) return "Computed from the form that was fitted to the measurements of this tool.";
  if ("form" in row && "p90_ratio" in row)
    return `Computed from ${String(row.cells)} cells that were left out of the fit.`;
  const [run] = tables.run ?? [];
  const [low, high] = [row[`${column}_low`], row[`${column}_high`]];
  const interval =
    typeof low === "number" && typeof high === "number"
      ? `; eight of ten between ${formatCell(column, low)} and ${formatCell(column, high)}`
      : "";
  if ("computed_from" in row) return `Computed from ${String(row.computed_from)}${interval}.`;
  const samples = typeof row.samples === "number" ? `median of ${row.samples} samples` : "counted";
  const few = typeof row.samples === "number" && row.samples < fewSamples ? "; few samples" : "";
  const where =
    typeof row.measured_on === "string"
      ? ` on ${row.measured_on}`
      : run
        ? ` on ${String(run.machine)}, ${String(run.started)}, Python ${String(run.python)}`
        : "";
  return `Measured here: ${samples}${interval}${few}${where}.`;
}

/** A figure of a view in a sentence, `{{view.column key=value}}`: text, and on a page where it comes from. */
export function renderFigureText({name, settings}: Expression, id: string, context: RenderContext): string {
  const [view = "", column = ""] = name.split(".");
  if (isUnmeasured(context.tables, view, settings)) return "(not measured)";
  const row = findRow(context.tables, view, settings);
  if (!(column in row)) throw new Error(`${view} has no column ${column}; it has ${Object.keys(row).join(", ")}`);
  const value = row[column];
  // A form that never reaches the threshold is an answer.
  if (value === null && typeof row.reason === "string") return "(not reached)";
  if (value === null || value === "") throw new Error(`${view}.${column} is empty in the row that fits`);
  const text = formatCell(column, value);
  // A name or a date needs no origin of its own: it tells that of others.
  if (context.form === "document" || view === "run") return text;
  const few = typeof row.samples === "number" && row.samples < fewSamples ? ' data-few="true"' : "";
  return `<button type="button" class="figure" popovertarget="${id}"${few}>${escapeHtml(text)}</button><span popover id="${id}" class="provenance">${escapeHtml(provenance(row, column, context))}</span>`;
}

const units: Readonly<Record<string, string>> = {s: "s", bytes: "byte", ratio: "×"};

/** A figure that others published, `{{published F40d}}`: the text, a link to its source, and that it is cited. */
export function renderPublished({words: [id = ""]}: Expression, context: RenderContext): string {
  const row = findRow(context.tables, "published_figures", {id});
  // Slow-downs, gains and shares are published as fractions.
  const isShare =
    row.unit === "ratio" && /slowdown|increase|gain|share|reduction|efficiency|eta/.test(String(row.quantity));
  const unit = isShare ? "%" : (units[String(row.unit)] ?? "1");
  const written = (value: unknown) =>
    formatUnit(value as number, unit) + (unit === "1" && row.unit !== "count" ? ` ${String(row.unit)}` : "");
  const text =
    typeof row.value === "number"
      ? written(row.value)
      : typeof row.low === "number" && typeof row.high === "number"
        ? `${written(row.low)} to ${written(row.high)}`
        : typeof row.low === "number"
          ? `at least ${written(row.low)}`
          : `at most ${written(row.high)}`;
  const origin = `Cited: ${String(row.source_title ?? "")}, ${String(row.year ?? "")}, grade ${String(row.grade)}; ${String(row.conditions ?? "")}`;
  if (typeof row.source_url !== "string" || row.source_url === "") return text;
  return context.form === "document"
    ? `[${text}](${row.source_url})`
    : `<a class="cited" href="${escapeHtml(row.source_url)}" title="${escapeHtml(origin)}">${escapeHtml(text)}</a>`;
}
