import MarkdownIt from "markdown-it";

/** What a reader who skims a document sees: headings, words in bold, first cells of tables. */
export interface Lead {
  /** 1 to 6 for a heading, 7 for anything else. */
  readonly level: number;
  readonly text: string;
}

const runIn = 7;
const markdown = new MarkdownIt({html: true});

/** The leads of a Markdown text in their order. */
export function findLeads(text: string): readonly Lead[] {
  const tokens = markdown.parse(text, {});
  return tokens.flatMap((token, index): Lead[] => {
    if (token.type !== "inline") return [];
    const before = tokens[index - 1];
    const children = token.children ?? [];
    const words = (from: number, until: number) =>
      children
        .slice(from, until)
        .filter(({type}) => type === "text" || type === "code_inline")
        .map(({content}) => content)
        .join("");
    if (before?.type === "heading_open") return [{level: Number(before.tag.slice(1)), text: words(0, children.length)}];
    const isFirstCell = /^t[hd]_open$/.test(before?.type ?? "") && tokens[index - 2]?.type === "tr_open";
    if (isFirstCell) return [{level: runIn, text: words(0, children.length)}];
    return children.flatMap(({type}, at): Lead[] => {
      if (type !== "strong_open") return [];
      const closes = children.findIndex((child, later) => later > at && child.type === "strong_close");
      return [{level: runIn, text: words(at, closes)}];
    });
  });
}
