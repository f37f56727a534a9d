import {type TextTable} from "./comparisonTable.ts";

const cellMarkdown = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();
const cellCsv = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Tables as Markdown, each below its title. */
export function comparisonMarkdown(tables: readonly {readonly title: string; readonly table: TextTable}[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellMarkdown).join(" | ")} |`;
  return tables
    .map(({title, table: {heads, rows}}) =>
      [`**${title}**`, "", line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n")
    )
    .join("\n\n")
    .concat("\n");
}

/** Tables as one CSV (RFC 4180): the heads of the first, and each row with the title of its table before it. */
export function comparisonCsv(tables: readonly {readonly title: string; readonly table: TextTable}[]): string {
  const [first] = tables;
  if (!first) return "";
  const lines = [
    ["table", ...first.table.heads],
    ...tables.flatMap(({title, table: {rows}}) => rows.map((row) => [title, ...row]))
  ];
  return lines.map((cells) => `${cells.map(cellCsv).join(",")}\r\n`).join("");
}
