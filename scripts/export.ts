import {cp, rm} from "node:fs/promises";
import {parseArgs} from "node:util";
import {buildSite} from "./buildSite.ts";

const help = `npm run export

Builds the report and writes it to export/site: plain files that any file server shows, from a sub-folder too.`;

try {
  const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}}});
  if (values.help) console.log(help);
  else {
    await buildSite((line) => console.log(line));
    await rm("export/site", {recursive: true, force: true});
    await cp("dist", "export/site", {recursive: true});
    console.log("Wrote export/site.");
  }
} catch (error) {
  console.error(`The export stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
