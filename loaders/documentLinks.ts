import MarkdownIt from "markdown-it";

/** A link of a Markdown text as written: `[text](address)`. */
export interface MarkdownLink {
  readonly text: string;
  readonly address: string;
}

const linkPattern = /(?<!!)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g;
const codePattern = /(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/g;

/** Writes each link of a text anew: `write` gives the Markdown to put in its place. Code and pictures stay as they are. */
export function mapLinks(text: string, write: (link: MarkdownLink) => string): string {
  let fence: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
      if (mark !== null && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
      if (fence !== null || mark !== null) return line;
      const code = [...line.matchAll(codePattern)].map(({index, 0: span}) => [index, index + span.length] as const);
      return line.replace(linkPattern, (whole: string, inner: string, address: string, at: number) =>
        code.some(([from, to]) => at > from && at < to) ? whole : write({text: inner, address})
      );
    })
    .join("\n");
}

const markdown = new MarkdownIt({html: true});
// Addresses are compared with those of the register: as written.
markdown.normalizeLink = (address) => address;

/** Every address that a Markdown text leads to, links and pictures apart, as a parser of its own reads them. */
export function addressesOf(text: string): {readonly links: readonly string[]; readonly pictures: readonly string[]} {
  const inside = markdown.parse(text, {}).flatMap(({children}) => children ?? []);
  const found = (type: string, attribute: string) =>
    inside.flatMap((token) => (token.type === type ? [String(token.attrGet(attribute) ?? "")] : []));
  return {links: found("link_open", "href"), pictures: found("image", "src")};
}
