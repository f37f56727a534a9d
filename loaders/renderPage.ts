import {readFileSync} from "node:fs";
import {join} from "node:path";
import {chapterContext} from "./chapterContext.ts";
import {includeFiles} from "./includeFiles.ts";
import type {RenderContext} from "./renderContext.ts";
import {type Rendered, renderMarkdown} from "./renderMarkdown.ts";

/** Renders `data/chapters/<name>.md` as a page's Markdown or as a plain document. Throws with file and line. */
export function renderChapter(name: string, context: RenderContext): Rendered {
  const file = `data/chapters/${name}.md`;
  const lines = includeFiles(readFileSync(file, "utf8"), file, (path) => readFileSync(join("data", path), "utf8"));
  return renderMarkdown(lines, context, name);
}

/** Writes a chapter as the Markdown that Framework turns into a page. */
export async function renderPage(name: string): Promise<void> {
  const {text} = renderChapter(name, await chapterContext("page"));
  process.stdout.write(text);
}
