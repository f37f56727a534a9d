import {parseArgs} from "node:util";
import {buildSite} from "./buildSite.ts";
import {parsePort} from "./parsePort.ts";
import {serveFolder} from "./serveFolder.ts";

const help = `npm start -- [--port 3000]

Builds the report from the committed measurements, serves it on this machine and prints its address. What is missing is
installed first.`;

try {
  const {values} = parseArgs({
    options: {help: {type: "boolean", short: "h"}, port: {type: "string", default: "3000"}}
  });
  if (values.help) console.log(help);
  else {
    const port = parsePort(values.port);
    await buildSite((line) => console.log(line));
    const {address} = await serveFolder("dist", {port});
    console.log(`\nThe report is at ${address} (Ctrl-C stops it).`);
  }
} catch (error) {
  console.error(`The report could not be started: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
