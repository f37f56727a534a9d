import {linkedColumn} from "./linkedColumn.ts";
import {plainColumn} from "./plainColumn.ts";
import type {TableLayout} from "./tableLayout.ts";

/** The tables of what others said, and of the pages on which they said it. */
export const sourceLayouts: Readonly<Record<string, TableLayout>> = {
  source_pages: {
    caption: "Every source: a page or document, with what uses it",
    columns: [
      {name: "source", column: "source", url: "source_url"},
      plainColumn("kind"),
      plainColumn("as_of", "read on"),
      plainColumn("trust"),
      plainColumn("used_by")
    ]
  },
  unconfirmed: {
    caption: "What could not be confirmed, and why",
    columns: [
      plainColumn("what", "statement"),
      plainColumn("why"),
      plainColumn("file", "stands in"),
      plainColumn("as_of", "as of"),
      {
        name: "source",
        text: ({source, source_url}) => String(source || (source_url ?? "")) || "–",
        url: "source_url"
      }
    ]
  },
  contradictions: {
    caption: "Claims that do not agree, and how they are read here",
    columns: [
      plainColumn("subject"),
      {name: "one claim", column: "claim_a", url: "source_a"},
      {name: "the other", column: "claim_b", url: "source_b"},
      plainColumn("reading")
    ]
  },
  published_figures: {
    caption: "What others published, never merged with what was measured here",
    columns: [
      plainColumn("id"),
      plainColumn("tool"),
      plainColumn("quantity"),
      plainColumn("value"),
      plainColumn("low"),
      plainColumn("high"),
      plainColumn("unit"),
      plainColumn("conditions"),
      plainColumn("machine"),
      plainColumn("year"),
      plainColumn("grade"),
      {name: "source", column: "source_title", url: "source_url"}
    ]
  },
  granularity_guidance: {
    caption: "What projects say about the smallest useful task",
    columns: [plainColumn("tool"), plainColumn("guidance"), plainColumn("note"), linkedColumn("source_url", "source")]
  },
  complaints: {
    caption: "Threads in which users report a hazard",
    columns: [plainColumn("tool"), plainColumn("complaint"), plainColumn("state"), linkedColumn("thread_url", "thread")]
  },
  sources: {
    caption: "Every address that is cited",
    columns: [
      {name: "source", column: "title", url: "source_url"},
      plainColumn("publisher"),
      plainColumn("kind"),
      plainColumn("as_of", "read on"),
      plainColumn("trust")
    ]
  }
};
