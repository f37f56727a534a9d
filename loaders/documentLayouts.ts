import type {LayoutColumn, TableLayout} from "./tableLayouts.ts";

const plain = (column: string, name = column): LayoutColumn => ({name, column});

/** The tables of the entry document; addresses are those of the site, and become those of the documents. */
export const documentLayouts: Readonly<Record<string, TableLayout>> = {
  documents: {
    caption: "The documents, in reading order",
    columns: [
      plain("id", "number"),
      {name: "document", column: "title", url: "address"},
      plain("audience", "written for"),
      plain("tools", "tools and services")
    ]
  },
  documentTools: {
    caption: "Every tool and service",
    columns: [
      plain("category"),
      {name: "tool or service", column: "name", url: "address"},
      plain("licence"),
      plain("as_of", "as of")
    ]
  },
  documentPages: {
    caption: "Pages of the report that the documents point to",
    columns: [{name: "page", column: "title", url: "address"}, plain("says", "in short")]
  },
  documentCriteria: {
    caption: "The seven criteria",
    columns: [plain("criterion"), plain("id", "number"), plain("asks"), plain("finer", "finer criteria")]
  }
};
