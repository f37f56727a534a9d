export type TableRow = Readonly<Record<string, unknown>>;

/** A column of a table in a text: the view's column, or a text made of the row; `url` is the column that it links to. */
export interface LayoutColumn {
  readonly name: string;
  readonly column?: string;
  readonly text?: (row: TableRow) => string;
  readonly url?: string;
}

/** A table's caption, its columns, and the rows of one record set upright. */
export interface TableLayout {
  readonly caption: string;
  readonly columns: readonly LayoutColumn[];
  readonly upright?: boolean;
}
