import {includeFiles, type SourceLine} from "./includeFiles.ts";

/** One `## heading` of a tool's file and the lines below it. */
export interface ToolSection {
  readonly name: string;
  readonly lines: readonly SourceLine[];
}

/** Code of a whole file is folded, so that the text around it can be read in one go. */
function foldCode(line: SourceLine): SourceLine[] {
  const path = /^\{\{code (\S+)\}\}$/.exec(line.text)?.[1];
  if (path === undefined) return [line];
  const file = path.startsWith("examples/") ? path : `bench/${path}`;
  return ["<details>", `<summary>Code: ${file}</summary>`, "", line.text, "", "</details>"].map((text) => ({
    ...line,
    text
  }));
}

/** The sections of `data/tools/<slug>.md` in their order. Throws when the file does not exist or begins before a heading. */
export function toolSections(slug: string, read: (path: string) => string): readonly ToolSection[] {
  const file = `tools/${slug}.md`;
  const lines = includeFiles(`{{include ${file}}}`, file, (path) => read(`data/${path}`));
  const sections: {name: string; lines: SourceLine[]}[] = [];
  let inCode = false;
  for (const line of lines) {
    if (/^(```|~~~)/.test(line.text)) inCode = !inCode;
    const heading = inCode ? null : /^## (.+)$/.exec(line.text);
    if (heading) sections.push({name: heading[1]!.trim(), lines: []});
    else if (sections.length > 0) sections.at(-1)!.lines.push(...(inCode ? [line] : foldCode(line)));
    else if (line.text.trim() !== "")
      throw new Error(`${line.file}:${line.line}: a tool's text begins with "## Overview", got ${line.text}`);
  }
  return sections;
}
