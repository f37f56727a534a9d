import {writeFile} from "node:fs/promises";
import {parseArgs} from "node:util";
import {datapackage} from "../loaders/datapackage.ts";
import {runFolders} from "../loaders/readRuns.ts";

const help = `npm run describe

Writes data/datapackage.json, the description of every data file, from the schema that the harness writes by. To be run
after a change of the schema or a new run; a test says when it is due.`;

try {
  const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}}});
  if (values.help) console.log(help);
  else {
    await writeFile(
      "data/datapackage.json",
      `${JSON.stringify(datapackage(await runFolders("data/runs")), null, 2)}\n`
    );
    console.log("Wrote data/datapackage.json.");
  }
} catch (error) {
  console.error(`The data could not be described: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
