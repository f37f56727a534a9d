import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {chapterContext} from "../loaders/chapterContext.ts";
import {renderChapter} from "../loaders/renderPage.ts";
import {renderToolPage} from "../loaders/toolPage.ts";
import {chapterOf} from "./chapterOf.ts";

// Run by the build as one process for many page loaders: loading code and data is most of what a page takes.
const [root, ...loaders] = process.argv.slice(2);
if (root === undefined) throw new Error("renderPages takes a folder and the page loaders below it, got nothing");
const context = await chapterContext("page");

async function write(page: string, text: string): Promise<void> {
  const target = join(root!, ".observablehq/cache", page);
  await mkdir(dirname(target), {recursive: true});
  await writeFile(target, text);
}

for (const loader of loaders) {
  const chapter = chapterOf(join(root, loader));
  if (chapter !== null) await write(loader.slice(0, -".ts".length), renderChapter(chapter, context).text);
  else
    for (const {slug} of context.tables.tools ?? [])
      await write(join(dirname(loader), `${String(slug)}.md`), renderToolPage(String(slug), context).text);
}
