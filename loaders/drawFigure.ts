import {JSDOM} from "jsdom";
import {elementMarkdown} from "./elementMarkdown.ts";
import {figures} from "./figures.ts";
import type {Expression} from "./parseExpression.ts";
import {escapeHtml, type RenderContext} from "./renderContext.ts";
import {renderTable} from "./renderTable.ts";

/** CSS pixels of a chart's first view; it shrinks with its column. */
const width = 720;

/** A drawn figure: its title and its markup on one line, since Markdown ends raw HTML at an empty one. */
export interface DrawnFigure {
  readonly title: string;
  readonly markup: string;
  readonly view: string | null;
  /** The figure as Markdown where it is no picture, else null. */
  readonly text: string | null;
}

/** Draws the first view of `{{figure name key=value}}` with jsdom; throws when there is no such figure. */
export function drawFigure({words: [name = ""], settings}: Expression, {tables, fits}: RenderContext): DrawnFigure {
  const figure = figures[name];
  if (!figure) throw new Error(`there is no figure ${name}; there are ${Object.keys(figures).toSorted().join(", ")}`);
  const {document} = new JSDOM("").window;
  const drawn = figure.draw({tables, fits, settings, document, width});
  const text = drawn.localName === "svg" ? null : elementMarkdown(drawn);
  return {title: figure.title(settings), markup: drawn.outerHTML.replace(/\s*\n\s*/g, " "), view: figure.view, text};
}

/** A figure as a page shows it before any script: title, chart, and the rows behind it. */
export function renderFigure(expression: Expression, context: RenderContext): string {
  const {
    words: [name = ""],
    settings
  } = expression;
  const {title, markup, view} = drawFigure(expression, context);
  const marks = Object.entries(settings).map(([key, value]) => ` data-${key}="${escapeHtml(value)}"`);
  const [first] = (view && context.tables[view]) || [];
  const filter = Object.fromEntries(Object.entries(settings).filter(([key]) => first && key in first));
  const columns = Object.keys(first ?? {}).join(",");
  const behind =
    view && first && !markup.includes("<table")
      ? `<details class="behind"><summary>The figures</summary>${renderTable({...expression, words: [view], settings: {...filter, columns}}, context)}</details>`
      : "";
  return `<figure class="chart" data-figure="${name}"${marks.join("")}><figcaption><strong>${escapeHtml(title)}</strong></figcaption>${markup}${behind}</figure>`;
}
