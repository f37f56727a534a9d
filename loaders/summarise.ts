import type {DocumentSummary} from "./documentReadme.ts";

/** Markdown without links, pictures and emphasis. */
const plain = (text: string) =>
  text
    .replace(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Title, audience and first sentence of a document's text. */
export function summarise(text: string): DocumentSummary {
  const lines = text.split("\n");
  const title = plain(lines.find((line) => line.startsWith("# "))?.slice(2) ?? "");
  const audience = plain(/^- \*\*Target audience:\*\* (.*)$/m.exec(text)?.[1] ?? "");
  // A paragraph begins with a letter, or with the bold words that introduce it.
  const first = plain(lines.find((line) => /^(\*\*)?[A-Z]/.test(line)) ?? "").replace(/^The short answer\. /, "");
  return {title, audience, says: /^.*?[.?!](?=\s|$)/.exec(first)?.[0] ?? first};
}
