const cellText = (cell: Element) => (cell.textContent ?? "").replace(/\s+/g, " ").trim().replaceAll("|", "\\|");

function tableMarkdown(table: Element): string {
  const rows = [...table.querySelectorAll("tr")].map((row) => [...row.children].map(cellText));
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const caption = table.querySelector("caption")?.textContent?.trim();
  const lines = [line(head), line(head.map(() => "---")), ...body.map(line)];
  return [...(caption ? [`*${caption}*`, ""] : []), ...lines].join("\n");
}

/** A drawn figure that is no picture, as Markdown: its paragraphs and its tables (header row first), in their order. */
export function elementMarkdown(element: Element): string {
  const parts = element.matches("table, p") ? [element] : [...element.querySelectorAll("table, p")];
  return parts
    .map((part) => (part.matches("table") ? tableMarkdown(part) : cellText(part)))
    .filter((text) => text !== "")
    .join("\n\n");
}
