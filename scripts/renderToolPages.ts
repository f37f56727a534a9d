import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {chapterContext} from "../loaders/chapterContext.ts";
import {renderToolPage} from "../loaders/toolPage.ts";

// Run by the build as one process for all pages of src/tools/[slug].md.ts: most of a page's time would be loading the code.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("renderToolPages takes the folder to write to, got nothing");
const context = await chapterContext("page");
await mkdir(folder, {recursive: true});
for (const {slug} of context.tables.tools ?? [])
  await writeFile(join(folder, `${String(slug)}.md`), renderToolPage(String(slug), context).text);
