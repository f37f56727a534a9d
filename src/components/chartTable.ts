import {element} from "./element.ts";

/** A column of the table behind a chart. */
export interface TableColumn<Row> {
  readonly name: string;
  readonly text: (row: Row) => string;
  readonly number?: boolean;
}

/** A plain table with a caption and header cells; the first column names the row. */
export function chartTable<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  {caption, document = globalThis.document}: {readonly caption: string; readonly document?: Document}
): HTMLTableElement {
  const make = element(document);
  return make("table", {}, [
    make("caption", {}, [caption]),
    make("thead", {}, [
      make(
        "tr",
        {},
        columns.map(({name, number}) => make("th", {scope: "col", ...(number ? {class: "number"} : {})}, [name]))
      )
    ]),
    make(
      "tbody",
      {},
      rows.map((row) =>
        make(
          "tr",
          {},
          columns.map(({text, number}, place) =>
            place === 0
              ? make("th", {scope: "row"}, [text(row)])
              : make("td", number ? {class: "number"} : {}, [text(row)])
          )
        )
      )
    )
  ]);
}
