import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gatherAllFits} from "./gatherFits.ts";
import {gatherTables} from "./gatherTables.ts";
import {includeFiles} from "./includeFiles.ts";
import type {RenderContext} from "./renderContext.ts";
import {type Rendered, renderMarkdown} from "./renderMarkdown.ts";
import {defaultRun, readRuns} from "./readRuns.ts";

/** Renders `data/chapters/<name>.md` as a page's Markdown or as a plain document. Throws with file and line. */
export async function renderChapter(name: string, form: RenderContext["form"]): Promise<Rendered> {
  const file = `data/chapters/${name}.md`;
  const {machine} = defaultRun(await readRuns()).environment;
  const fits = (await gatherAllFits()).map(({fit}) => fit).filter((fit) => fit.machine === machine);
  const context: RenderContext = {tables: await gatherTables(), fits, form, read: (path) => readFileSync(path, "utf8")};
  const lines = includeFiles(readFileSync(file, "utf8"), file, (path) => readFileSync(join("data", path), "utf8"));
  return renderMarkdown(lines, context, name);
}

/** Writes a chapter as the Markdown that Framework turns into a page. */
export async function renderPage(name: string): Promise<void> {
  const {text} = await renderChapter(name, "page");
  process.stdout.write(text);
}
