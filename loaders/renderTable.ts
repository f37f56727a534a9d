import {findRows} from "./findRow.ts";
import {markdownCell} from "./markdownCell.ts";
import type {Expression} from "./parseExpression.ts";
import {escapeHtml, type RenderContext} from "./renderContext.ts";
import {formatCell} from "./renderFigureText.ts";
import type {LayoutColumn, TableLayout, TableRow} from "./tableLayout.ts";
import {tableLayouts} from "./tableLayouts.ts";

interface Cell {
  readonly text: string;
  readonly url: string;
}

function cellOf(row: TableRow, {column, text, url}: LayoutColumn): Cell {
  return {
    text: text ? text(row) : formatCell(column as string, row[column as string]),
    url: url ? String(row[url] ?? "") : ""
  };
}

function layoutOf(view: string, columns: string | undefined, first: TableRow): TableLayout {
  if (columns === undefined && tableLayouts[view]) return tableLayouts[view];
  const names = columns?.split(",") ?? Object.keys(first);
  return {caption: view, columns: names.map((column) => ({name: column.replaceAll("_", " "), column}))};
}

/**
 * `{{table view columns=a,b key=value}}`: an HTML table in a box that scrolls, on one line, or a table of a plain document.
 * A view without rows is said in words. Throws when there is no such view or column.
 */
export function renderTable({words: [view = ""], settings}: Expression, context: RenderContext): string {
  const {columns, ...filter} = settings;
  const rows = findRows(context.tables, view, filter);
  const [first] = rows;
  if (!first) return view === "outcomes" ? "Every sample ended well." : "There is nothing to show.";
  const {caption, columns: shown, upright} = layoutOf(view, columns, first);
  const unknown = shown.find(({column}) => column !== undefined && !(column in first));
  if (unknown) throw new Error(`${view} has no column ${unknown.column}; it has ${Object.keys(first).join(", ")}`);
  const heads = upright ? ["", ""] : shown.map(({name}) => name);
  const body: readonly (readonly Cell[])[] = upright
    ? shown.map((column) => [{text: column.name, url: ""}, cellOf(first, column)])
    : rows.map((row) => shown.map((column) => cellOf(row, column)));
  return context.form === "document"
    ? documentTable(heads, body)
    : pageTable(view, caption, upright ? [] : heads, body);
}

function documentTable(heads: readonly string[], body: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = ({text, url}: Cell) => {
    const safe = markdownCell(text);
    return url ? `[${safe}](${url})` : safe;
  };
  return [line(heads), line(heads.map(() => "---")), ...body.map((row) => line(row.map(cell)))].join("\n");
}

function pageTable(
  view: string,
  caption: string,
  heads: readonly string[],
  body: readonly (readonly Cell[])[]
): string {
  const cell = ({text, url}: Cell, place: number) => {
    const safe = escapeHtml(text.replace(/\s+/g, " "));
    const inner = url ? `<a href="${escapeHtml(url)}">${safe}</a>` : safe;
    return place === 0 ? `<th scope="row">${inner}</th>` : `<td>${inner}</td>`;
  };
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}">`,
    `<table data-table="${escapeHtml(view)}"><caption>${escapeHtml(caption)}</caption>`,
    head ? `<thead><tr>${head}</tr></thead>` : "",
    `<tbody>${body.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</tbody></table></div>`
  ].join("");
}
