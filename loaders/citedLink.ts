import {escapeHtml, type RenderContext} from "./renderContext.ts";

/** A cited figure: a link to its source, and on a page who says so, when, and how sure it is. */
export function citedLink(text: string, row: Readonly<Record<string, unknown>>, form: RenderContext["form"]): string {
  const address = String(row.source_url ?? "");
  const note = row.note ? ` ${String(row.note)}.` : "";
  const origin = `Cited: ${String(row.source_title ?? address)}, read on ${String(row.as_of)}, confidence ${String(row.confidence)}.${note}`;
  if (form === "document") return `[${text.replaceAll("|", "\\|")}](${address})`;
  // A bar would end the cell of a table that the figure stands in.
  const safe = (part: string) => escapeHtml(part).replaceAll("|", "&#124;");
  return `<a class="cited" href="${escapeHtml(address)}" title="${safe(origin)}">${safe(text)}</a>`;
}
