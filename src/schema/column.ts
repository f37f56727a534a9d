import * as v from "valibot";

/** What a column holds; `datapackage.json`, the table on /methods and every error sentence are made from it. */
export type ColumnType = "string" | "integer" | "number" | "datetime" | "boolean";

/** One column of a table: its type, unit and limits, told once. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  readonly unit?: string;
  /** An empty cell is refused. */
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A table: its name, what one row is, its columns in file order. */
export interface Table {
  readonly name: string;
  readonly row: string;
  readonly columns: readonly Column[];
}

const isoUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** What a column allows, as the end of the sentence "… is allowed". */
export function allowed({type, values, minimum, maximum, required}: Column): string {
  const kind = values
    ? `one of ${values.join(", ")}`
    : type === "datetime"
      ? "a UTC time such as 2026-11-24T13:50:00Z"
      : type === "integer"
        ? "a whole number"
        : type === "number"
          ? "a number"
          : type === "boolean"
            ? "true or false"
            : "text";
  const from = minimum === undefined ? "" : ` from ${minimum}`;
  const to = maximum === undefined ? "" : ` up to ${maximum}`;
  return `${kind}${from}${to}${required ? "" : ", or nothing"}`;
}

/** The valibot schema of one CSV cell: text in; a number, text, boolean or null (empty) out. */
export function cellSchema(column: Column) {
  return v.pipe(
    v.string(),
    v.rawTransform<string, string | number | boolean | null>(({dataset, addIssue, NEVER}) => {
      const text = dataset.value;
      const refuse = () => {
        addIssue({message: `${column.name} must be ${allowed(column)}, got ${JSON.stringify(text)}`});
        return NEVER;
      };
      if (text === "") return column.required ? refuse() : null;
      if (column.type === "integer" || column.type === "number") {
        const value = Number(text);
        if (!Number.isFinite(value) || text.trim() === "") return refuse();
        if (column.type === "integer" && !Number.isInteger(value)) return refuse();
        if (value < (column.minimum ?? -Infinity) || value > (column.maximum ?? Infinity)) return refuse();
        return value;
      }
      if (column.type === "boolean") return text === "true" ? true : text === "false" ? false : refuse();
      if (column.type === "datetime" && !(isoUtc.test(text) && Number.isFinite(Date.parse(text)))) return refuse();
      if (column.values && !column.values.includes(text)) return refuse();
      return text;
    })
  );
}
