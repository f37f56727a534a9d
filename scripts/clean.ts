import {rm} from "node:fs/promises";
import {parseArgs} from "node:util";

const help = `npm run clean -- [--all]

Removes what the build made: dist, export, bundled components and Framework's cache. With --all also node_modules and the tools'
environments (.bench). Measurements are never touched.`;

const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}, all: {type: "boolean"}}});
if (values.help) console.log(help);
else {
  const made = [
    "dist",
    "export",
    "src/.observablehq",
    "src/live",
    "node_modules/.cache",
    ...(values.all ? [".bench", "node_modules"] : [])
  ];
  for (const path of made) await rm(path, {recursive: true, force: true});
  console.log(`Removed ${made.join(", ")}.`);
}
