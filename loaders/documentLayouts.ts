import {plainColumn} from "./plainColumn.ts";
import type {TableLayout} from "./tableLayout.ts";

/** The tables of the entry document; addresses are those of the site, and become those of the documents. */
export const documentLayouts: Readonly<Record<string, TableLayout>> = {
  documents: {
    caption: "The documents, in reading order",
    columns: [
      plainColumn("id", "number"),
      {name: "document", column: "title", url: "address"},
      plainColumn("audience", "written for"),
      plainColumn("tools", "tools and services")
    ]
  },
  documentTools: {
    caption: "Every tool and service",
    columns: [
      plainColumn("category"),
      {name: "tool or service", column: "name", url: "address"},
      plainColumn("licence"),
      plainColumn("as_of", "as of")
    ]
  },
  documentPages: {
    caption: "Pages of the report that the documents point to",
    columns: [{name: "page", column: "title", url: "address"}, plainColumn("says", "in short")]
  },
  documentCriteria: {
    caption: "The seven criteria",
    columns: [
      plainColumn("criterion"),
      plainColumn("id", "number"),
      plainColumn("asks"),
      plainColumn("finer", "finer criteria")
    ]
  }
};
