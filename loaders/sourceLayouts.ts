import type {LayoutColumn, TableLayout} from "./tableLayouts.ts";

const plain = (column: string, name = column.replaceAll("_", " ")): LayoutColumn => ({name, column});

/** The tables of the page on sources. */
export const sourceLayouts: Readonly<Record<string, TableLayout>> = {
  source_pages: {
    caption: "Every source: a page or document, with what uses it",
    columns: [
      {name: "source", column: "source", url: "source_url"},
      plain("kind"),
      plain("as_of", "read on"),
      plain("trust"),
      plain("used_by")
    ]
  },
  unconfirmed: {
    caption: "What could not be confirmed, and why",
    columns: [
      plain("what", "statement"),
      plain("why"),
      plain("file", "stands in"),
      plain("as_of", "as of"),
      {
        name: "source",
        text: ({source, source_url}) => String(source || (source_url ?? "")) || "–",
        url: "source_url"
      }
    ]
  }
};
