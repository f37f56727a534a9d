import {readFile} from "node:fs/promises";
import {parseArgs} from "node:util";
import {csvParse} from "d3-dsv";
import {sourcePages} from "../loaders/sourcePages.ts";
import {probeAddress, type Probe} from "./docs/probeAddress.ts";
import {probeAll} from "./docs/probeAll.ts";

const help = `npm run check:addresses [-- --holds TEXT] [--json]

Asks for every page that data/sources.csv names, a few at a time and never two of one host at once, and tells which are gone
or have moved. It needs the internet, so it is no part of npm test, and it changes nothing: a date in sources.csv is the day
on which somebody read the page, not the day on which it answered.
  --holds TEXT   only addresses that hold the text
  --json         the answers as JSON
It exits with 1 when a page is gone, or when none answered.`;

const order: readonly Probe["state"][] = ["gone", "moved", "refused", "unreachable"];

async function pagesToAsk(holds: string): Promise<readonly string[]> {
  const pages = sourcePages([...csvParse(await readFile("data/sources.csv", "utf8"))]);
  const found = pages.map(({source_url}) => source_url).filter((address) => address.includes(holds));
  if (found.length === 0) throw new Error(`--holds must be part of an address of data/sources.csv, got ${holds}`);
  return found;
}

try {
  const {values} = parseArgs({
    options: {help: {type: "boolean", short: "h"}, holds: {type: "string"}, json: {type: "boolean"}}
  });
  if (values.help) console.log(help);
  else {
    const pages = await pagesToAsk(values.holds ?? "");
    const say = (done: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${pages.length} …`);
    };
    const probes = await probeAll(pages, (address) => probeAddress(address, {fetch}), {say});
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    const of = (state: Probe["state"]) => probes.filter((probe) => probe.state === state);
    if (values.json) console.log(JSON.stringify(probes, null, 2));
    else {
      for (const state of order)
        for (const {address, detail} of of(state)) console.log(`${state}: ${address} (${detail})`);
      const counts = ["there" as const, ...order].map((state) => `${of(state).length} ${state}`);
      console.log(`${probes.length} pages: ${counts.join(", ")}.`);
    }
    const silent = of("unreachable").length === probes.length;
    if (silent) console.error("None answered: this machine seems to reach no network, so nothing is known of them.");
    process.exitCode = silent || of("gone").length > 0 ? 1 : 0;
  }
} catch (error) {
  console.error(`The addresses could not be checked: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
