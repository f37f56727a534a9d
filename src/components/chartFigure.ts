import {element} from "./element.ts";

export interface ChartFigureOptions {
  /** The chart's one message. */
  readonly title: string;
  readonly note?: string;
  /** The figures behind the chart. */
  readonly table?: HTMLTableElement;
  /** File name of the downloads, without an end. */
  readonly name: string;
}

/** A chart with its title, its note, the table behind it and downloads of both. */
export function chartFigure(chart: Element, {title, note, table, name}: ChartFigureOptions): HTMLElement {
  const document = chart.ownerDocument;
  const make = element(document);
  const button = (text: string, end: string, type: string, content: () => string) => {
    const made = make("button", {type: "button"}, [text]);
    made.addEventListener("click", () => download(document, `${name}.${end}`, type, content()));
    return made;
  };
  return make("figure", {class: "chart"}, [
    make("figcaption", {}, [make("strong", {}, [title]), note ? make("span", {class: "hint"}, [` ${note}`]) : null]),
    chart,
    table
      ? make("details", {class: "behind"}, [
          make("summary", {}, ["Figures and downloads"]),
          make("div", {class: "scroll", tabindex: 0, role: "region", "aria-label": `Figures: ${title}`}, [table]),
          button("SVG", "svg", "image/svg+xml", () => chart.outerHTML),
          " ",
          button("CSV", "csv", "text/csv", () => tableCsv(table))
        ])
      : null
  ]);
}

function tableCsv(table: HTMLTableElement): string {
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [...table.rows]
    .map((row) => [...row.cells].map((cell) => quote(cell.textContent ?? "")).join(",") + "\r\n")
    .join("");
}

function download(document: Document, name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const link = element(document)("a", {href: url, download: name});
  link.click();
  URL.revokeObjectURL(url);
}
