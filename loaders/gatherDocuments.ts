import {existsSync} from "node:fs";
import {posix} from "node:path";
import config from "../observablehq.config.ts";
import {documentAddress, type DraftDocument} from "./documentAddress.ts";
import {documentChart} from "./documentChart.ts";
import {documentContents} from "./documentContents.ts";
import {mapLinks} from "./documentLinks.ts";
import {documentOutline} from "./documentOutline.ts";
import {documentPlan, entryDocument} from "./documentPlan.ts";
import {type DocumentSummary, readmeTables} from "./documentReadme.ts";
import {documentSources} from "./documentSources.ts";
import type {RenderContext} from "./renderContext.ts";
import {renderMarkdown, type Rendered} from "./renderMarkdown.ts";
import {renderChapter} from "./renderPage.ts";
import {sourcePages} from "./sourcePages.ts";
import {summarise} from "./summarise.ts";
import {tidyMarkdown} from "./tidyMarkdown.ts";
import {renderToolPage} from "./toolPage.ts";

/** The set of documents: the text of every file by its path below the folder, and the files that no chapter makes yet. */
export interface Documents {
  readonly files: ReadonlyMap<string, string>;
  readonly missing: readonly string[];
}

interface Draft extends DraftDocument {
  readonly text: string;
}

const chapterFile = (name: string) => `data/chapters/${name}.md`;

/** Chapters of the report that are no document of the specification but that documents point to. */
const pagesBehind = (): readonly string[] => {
  const planned = new Set(documentPlan.map(({chapter}) => `/${chapter}`));
  return config.pages
    .flatMap((page) => ("path" in page && typeof page.path === "string" ? [page.path] : []))
    .filter((path) => path !== "/" && !planned.has(path) && existsSync(chapterFile(path.slice(1))))
    .map((path) => path.slice(1));
};

/** A chapter ends with links to its neighbours on the site; documents have an order of their own. */
const withoutNeighbours = (text: string) => text.replace(/\n---\n+Before: [^\n]*\n*$/, "\n");

/** Puts the table of contents before the first section. */
function withContents(text: string, contents: string): string {
  const at = text.search(/^## /m);
  return at < 0 || contents === "" ? text : `${text.slice(0, at)}## Contents\n\n${contents}\n\n${text.slice(at)}`;
}

/** The line at the end of a document: the one before, the one after, the entry. */
function neighbours(path: string, order: readonly string[], titles: ReadonlyMap<string, string>): string {
  const at = order.indexOf(path);
  const link = (word: string, to: string | undefined) =>
    to === undefined ? [] : [`${word}: [${titles.get(to) ?? to}](${posix.relative(posix.dirname(path), to)})`];
  const around = at < 0 ? [] : [...link("Previous", order[at - 1]), ...link("Next", order[at + 1] ?? entryDocument)];
  return [...around, ...(path === entryDocument ? [] : link("Overview", entryDocument))].join(" · ");
}

/**
 * Every document of the specification as plain Markdown with its charts as SVG files beside it: the eight that chapters
 * make, the entry document, one a tool in `tools/`, and in `report/` the pages that they point to. A chapter that is not
 * written yet is named in `missing`. Throws with file and line where a text asks for what is not there.
 */
export function gatherDocuments(context: RenderContext, say: (path: string) => void = () => {}): Documents {
  const files = new Map<string, string>();
  const drafts: Draft[] = [];
  const summaries = new Map<string, DocumentSummary>();
  const pages = sourcePages(context.tables.sources ?? []);
  const add = (path: string, page: string, {text, charts}: Rendered) => {
    say(path);
    for (const [name, markup] of Object.entries(charts))
      files.set(posix.join(posix.dirname(path), name), documentChart(markup, name));
    const body = withoutNeighbours(tidyMarkdown(text));
    try {
      // The page on sources is their list itself.
      const sources = page === "/sources" ? "" : documentSources(body, pages);
      const whole = tidyMarkdown(`${body}\n${sources}\n`);
      const contents = documentContents(documentOutline(whole));
      const final = tidyMarkdown(withContents(whole, contents));
      drafts.push({path, page, text: final, outline: documentOutline(final)});
    } catch (error) {
      throw new Error(`${path} ${(error as Error).message}`, {cause: error});
    }
    if (page !== "/") summaries.set(page, summarise(body));
  };

  const written = documentPlan.filter(({chapter}) => existsSync(chapterFile(chapter)));
  for (const {file, chapter} of written) add(file, `/${chapter}`, renderChapter(chapter, context));
  for (const name of pagesBehind()) add(`report/${name}.md`, `/${name}`, renderChapter(name, context));
  if (existsSync(chapterFile("tools"))) add(`tools/${entryDocument}`, "/tools", renderChapter("tools", context));
  for (const slug of (context.tables.tools ?? []).map((tool) => String(tool.slug)))
    add(`tools/${slug}.md`, `/tools/${slug}`, renderToolPage(slug, context));
  const readme = context.read("data/documents/readme.md").split("\n");
  const lines = readme.map((text, index) => ({text, file: "data/documents/readme.md", line: index + 1}));
  const tables = {...context.tables, ...readmeTables(context, summaries)};
  add(entryDocument, "/", renderMarkdown(lines, {...context, tables}, "readme"));

  const titles = new Map(drafts.map(({path, outline}) => [path, outline[0]?.text ?? path]));
  const order = [entryDocument, ...written.map(({file}) => file)];
  for (const draft of drafts) {
    const text = mapLinks(draft.text, ({text, address}) => {
      const {address: to, command} = documentAddress(address, draft, drafts);
      return `${to === null ? text : `[${text}](${to})`}${command === null ? "" : ` (\`${command}\`)`}`;
    });
    files.set(draft.path, tidyMarkdown(`${text}\n---\n\n${neighbours(draft.path, order, titles)}\n`));
  }
  const missing = documentPlan.filter((one) => !written.includes(one)).map(({file}) => file);
  return {files, missing};
}
