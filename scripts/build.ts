import {parseArgs} from "node:util";
import {buildSite} from "./buildSite.ts";

const help = `npm run build

Builds the report from the committed measurements into dist/ and checks it: links, failed pages, foreign addresses,
weights. Exit code 1 when something is wrong.`;

try {
  const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}}});
  if (values.help) console.log(help);
  else {
    const start = performance.now();
    await buildSite((line) => console.log(line));
    console.log(`Built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  }
} catch (error) {
  console.error(`The build stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
