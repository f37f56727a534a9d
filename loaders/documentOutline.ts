import MarkdownIt from "markdown-it";

/** A heading of a plain document and the anchor that GitHub gives it. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
  /** Whether it stands in a part that is folded at first. */
  readonly folded: boolean;
}

const markdown = new MarkdownIt({html: true});

/** GitHub's anchor of a heading, before equal ones are numbered: lower case, no punctuation, hyphens for blanks. */
const anchorOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

const folds = (html: string, tag: RegExp) => html.match(tag)?.length ?? 0;

/** The headings of a Markdown text in their order; equal anchors are numbered from the second on, as GitHub does. */
export function documentOutline(text: string): readonly Heading[] {
  const tokens = markdown.parse(text, {});
  const seen = new Map<string, number>();
  let depth = 0;
  return tokens.flatMap((token, index) => {
    if (token.type === "html_block") depth += folds(token.content, /<details/g) - folds(token.content, /<\/details/g);
    if (token.type !== "heading_open") return [];
    const words = (tokens[index + 1]?.children ?? [])
      .filter(({type}) => type === "text" || type === "code_inline")
      .map(({content}) => content)
      .join("");
    const anchor = anchorOf(words);
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    const numbered = before === 0 ? anchor : `${anchor}-${before}`;
    return [{level: Number(token.tag.slice(1)), text: words, anchor: numbered, folded: depth > 0}];
  });
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The heading that an anchor of the site leads to, or null. The site writes anchors by another rule than GitHub
 * (`concurrent.futures` is `concurrent-futures` there): the letters and digits of both are the same.
 */
export function findHeading(outline: readonly Heading[], siteAnchor: string): Heading | null {
  const asked = letters(siteAnchor);
  const seen = new Map<string, number>();
  for (const heading of outline) {
    const own = letters(heading.text);
    const before = seen.get(own) ?? 0;
    seen.set(own, before + 1);
    if (asked === (before === 0 ? own : `${own}${before}`)) return heading;
  }
  return null;
}
