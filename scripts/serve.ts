import {existsSync} from "node:fs";
import {parseArgs} from "node:util";
import {parsePort} from "./parsePort.ts";
import {serveFolder} from "./serveFolder.ts";

const help = `npm run serve -- [--port 3000] [--folder dist]

Serves the built report on this machine and prints its address. A taken port gives way to the next free one.`;

try {
  const {values} = parseArgs({
    options: {
      help: {type: "boolean", short: "h"},
      port: {type: "string", default: "3000"},
      folder: {type: "string", default: "dist"}
    }
  });
  if (values.help) console.log(help);
  else if (!existsSync(values.folder))
    throw new Error(`there is no folder ${values.folder}: run "npm run build" first`);
  else {
    const {address} = await serveFolder(values.folder, {port: parsePort(values.port)});
    console.log(`The report is at ${address} (Ctrl-C stops it).`);
  }
} catch (error) {
  console.error(`The report cannot be served: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
