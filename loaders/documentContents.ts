import type {Heading} from "./documentOutline.ts";

const deepest = 3;

/** The table of contents of a document: its headings of the second and third level, as links; what is folded is left out. */
export function documentContents(outline: readonly Heading[]): string {
  const shown = outline.filter(
    ({level, text, folded}) => level >= 2 && level <= deepest && !folded && text !== "Contents"
  );
  return shown
    .map(({level, text, anchor}) => `${"  ".repeat(level - 2)}- [${text.replace(/[\\`*_[\]<>]/g, "\\$&")}](#${anchor})`)
    .join("\n");
}
