import {execFile} from "node:child_process";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs, promisify} from "node:util";
import {compareVersions} from "./versions/compareVersions.ts";
import {pinnedVersions} from "./versions/pinnedVersions.ts";

const help = `npm run check:versions [-- --holds TEXT] [--json]

Asks the package index that pip is set up for whether a newer release of a measured tool, or of what its work needs, has come
out, and changes nothing. A newer release is a reason to measure anew, not a fault.
  --holds TEXT   only distributions whose name holds the text
  --json         the rows as JSON
It exits with 1 when a newer release is there, with 2 when nothing could be asked.`;

const folder = "bench/requirements";
const python = process.platform === "win32" ? "python" : "python3";
const run = promisify(execFile);
const askPip = async (distribution: string) =>
  (await run(python, ["-m", "pip", "index", "versions", distribution, "--disable-pip-version-check"])).stdout;

try {
  const {values} = parseArgs({
    options: {help: {type: "boolean", short: "h"}, holds: {type: "string"}, json: {type: "boolean"}}
  });
  if (values.help) console.log(help);
  else {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".txt"));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    const pins = pinnedVersions(texts).filter(({distribution}) => distribution.includes(values.holds ?? ""));
    if (pins.length === 0) throw new Error(`--holds must be part of a name in ${folder}, got ${values.holds}`);
    const say = (done: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${pins.length} …`);
    };
    const rows = await compareVersions(pins, askPip, say);
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    const of = (state: string) => rows.filter((row) => row.state === state);
    if (values.json) console.log(JSON.stringify(rows, null, 2));
    else {
      for (const {distribution, version, newest} of of("newer"))
        console.log(`newer: ${distribution} ${newest}, measured ${version}`);
      for (const {distribution, reason} of of("unknown")) console.log(`unknown: ${distribution} (${reason})`);
      console.log(
        `${rows.length} distributions: ${of("current").length} as measured, ${of("newer").length} with a newer release, ${of("unknown").length} not known.`
      );
    }
    process.exitCode = of("unknown").length === rows.length ? 2 : of("newer").length > 0 ? 1 : 0;
  }
} catch (error) {
  console.error(`The versions could not be checked: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
