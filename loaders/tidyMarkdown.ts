const isHeading = (line: string) => /^#{1,6} /.test(line);
const isTable = (line: string) => line.startsWith("|");
const isItem = (line: string) => /^\s*([-*]|\d+\.) /.test(line);
const isTag = (line: string) => /^<\/?(details|summary)/.test(line);

/** A line that is nothing but emphasised names what follows: with a colon it is no heading in disguise. */
const named = (line: string) =>
  line.replace(/^(\*\*|\*)([^*]+[^*.,:;!?])\1$/, (_, mark: string, text: string) => `${mark}${text}:${mark}`);

/** An empty cell is one blank wide. */
const compact = (line: string) => (isTable(line) ? line.replace(/\| {2,}(?=\|)/g, "| ") : line);

/** Whether an empty line belongs between two lines of a text, neither of them empty. */
function apart(before: string, after: string): boolean {
  if (isHeading(before) || isHeading(after)) return true;
  if (isTable(before) !== isTable(after)) return true;
  if (isTag(before) !== isTag(after)) return true;
  return isItem(after) && !isItem(before) && !/^\s/.test(before);
}

/**
 * Writes Markdown the one way that all documents are written: an empty line around headings, code, tables, lists and folds,
 * never two of them, no blanks at the ends of lines, one line end at the end. Code stays as it is.
 */
export function tidyMarkdown(text: string): string {
  const lines: string[] = [];
  let fence: string | null = null;
  const put = (line: string) => {
    const before = lines.at(-1) ?? "";
    if (line === "" && before === "") return;
    if (line !== "" && before !== "" && apart(before, line)) lines.push("");
    lines.push(line);
  };
  for (const raw of text.split("\n")) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(raw)?.[1] ?? null;
    if (fence === null && mark === null) {
      // Code that has just ended stands apart from what follows.
      if (/^\s*(`{3,}|~{3,})\s*$/.test(lines.at(-1) ?? "")) put("");
      put(compact(named(raw.trimEnd())));
      continue;
    }
    if (fence === null) put("");
    // Code that says no language is text.
    lines.push(fence === null && /^\s*(`{3,}|~{3,})\s*$/.test(raw) ? `${raw.trimEnd()}text` : raw);
    if (mark !== null) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
  }
  return `${lines.join("\n").trim()}\n`;
}
