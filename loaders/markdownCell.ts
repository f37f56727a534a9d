/** Data as text of a Markdown table's cell: one line, nothing in it read as Markdown, HTML or the end of the cell. */
export function markdownCell(value: unknown): string {
  return String(value ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\|*_`[\]]/g, (sign) => `\\${sign}`);
}
