const cellText = (cell: Element) => (cell.textContent ?? "").replace(/\s+/g, " ").trim().replaceAll("|", "\\|");

function tableMarkdown(table: Element): string {
  const rows = [...table.querySelectorAll("tr")].map((row) => [...row.children].map(cellText));
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const caption = table.querySelector("caption")?.textContent?.trim();
  const lines = [line(head), line(head.map(() => "---")), ...body.map(line)];
  return [...(caption ? [`*${caption}*`, ""] : []), ...lines].join("\n");
}

/** What an item says itself: its paragraphs, without the links that lead round a page. */
function itemText(item: Element): string {
  const own = [...item.querySelectorAll("p")].filter((part) => part.closest("li") === item);
  return (own.length > 0 ? own : [item])
    .map((part) => {
      const copy = part.cloneNode(true) as Element;
      for (const extra of copy.querySelectorAll("a, ul")) extra.remove();
      return cellText(copy);
    })
    .join(" – ");
}

/** A list of lists, each level two blanks further in. */
function listMarkdown(list: Element, indent = ""): string {
  return [...list.children]
    .flatMap((item) => [
      `${indent}- ${itemText(item)}`,
      ...[...item.querySelectorAll("ul")]
        .filter((inner) => inner.parentElement?.closest("li") === item)
        .map((inner) => listMarkdown(inner, `${indent}  `))
    ])
    .join("\n");
}

/** A drawn figure that is no picture, as Markdown: its paragraphs, its tables (header row first) and its lists, in their order. */
export function elementMarkdown(element: Element): string {
  const parts = element.matches("table, p, ul") ? [element] : [...element.querySelectorAll("table, p, ul")];
  return parts
    .filter((part) => part === element || !part.parentElement?.closest("ul"))
    .map((part) => {
      if (part.matches("table")) return tableMarkdown(part);
      return part.matches("ul") ? listMarkdown(part) : cellText(part);
    })
    .filter((text) => text !== "")
    .join("\n\n");
}
