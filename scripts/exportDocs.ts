import {join} from "node:path";
import {parseArgs} from "node:util";
import {chapterContext} from "../loaders/chapterContext.ts";
import {documentFolder, documentPlan} from "../loaders/documentPlan.ts";
import {gatherDocuments} from "../loaders/gatherDocuments.ts";
import {checkLinks} from "./docs/checkLinks.ts";
import {lintDocuments} from "./docs/lintDocuments.ts";
import {writeFolder} from "./docs/writeFolder.ts";

const folder = join("export", documentFolder);
/** How many faults are told in full. */
const told = 30;

const help = `npm run export:docs

Writes the documents of the specification to ${folder}: README.md and
${documentPlan.map(({file}) => `  ${file}`).join("\n")}
with their charts as SVG files beside them, one document a tool in tools/, and in report/ the pages that they point to.
They are made from data/chapters, data/tools and the measurements, as the site is. Before anything is written they must
pass a Markdown linter and a check of every link between them; files of an earlier export that are no longer made go away.`;

/** One line that is written over again in a terminal, and left out where nobody watches. */
function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
}

async function exportDocs(): Promise<void> {
  progress("Gathering the measurements …");
  const context = await chapterContext("document");
  const {files, missing} = gatherDocuments(context, (path) => progress(`Rendering ${path} …`));
  progress("Checking …");
  const texts = new Map([...files].filter(([path]) => path.endsWith(".md")));
  const faults = [...checkLinks(files), ...(await lintDocuments(texts))];
  progress("");
  if (faults.length > 0) {
    const more = faults.length > told ? [`and ${faults.length - told} more`] : [];
    throw new Error([`the documents have faults:`, ...faults.slice(0, told), ...more].join("\n  "));
  }
  const stale = await writeFolder(folder, files);
  if (stale.length > 0) console.log(`Took away ${stale.length} files of an earlier export.`);
  console.log(`Wrote ${texts.size} documents and ${files.size - texts.size} charts to ${folder}.`);
  for (const file of missing)
    console.log(`Not written: ${file}, since there is no data/chapters/${file}. Links to it are plain text.`);
}

try {
  const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}}});
  if (values.help) console.log(help);
  else await exportDocs();
} catch (error) {
  progress("");
  console.error(`No documents were written: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
