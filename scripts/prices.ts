import {parseArgs} from "node:util";
import {priceProviders, type PriceProvider, refreshPrices} from "./prices/refreshPrices.ts";

const help = `npm run prices -- --check|--update [${priceProviders.join("|")}]

  --check    read the vendors' prices again and say what moved; exit code 1 if anything did
  --update   the same, and write the new prices with their date, and a dated list of each provider

Without a name all three are read. AWS and Azure need no account. Google's machines need no key; its other prices need
one in GOOGLE_API_KEY. What was fetched today is kept in .bench/prices: a run that was cut off goes on from there.
Exit codes: 0 nothing moved or written, 1 drift, 2 bad arguments, 3 a vendor could not be reached (nothing changed).
`;

function read(args: readonly string[]) {
  const {values, positionals} = parseArgs({
    ...{args: [...args], allowPositionals: true},
    options: {check: {type: "boolean"}, update: {type: "boolean"}, help: {type: "boolean", short: "h"}}
  });
  if (values.help) return null;
  if (Boolean(values.check) === Boolean(values.update)) throw new Error("say either --check or --update. See --help.");
  const unknown = positionals.find((name) => !(priceProviders as readonly string[]).includes(name));
  if (unknown) throw new Error(`a provider must be one of ${priceProviders.join(", ")}, got ${unknown}`);
  const providers = positionals.length > 0 ? (positionals as PriceProvider[]) : priceProviders;
  return {mode: values.check ? ("check" as const) : ("update" as const), providers};
}

let asked: ReturnType<typeof read> | undefined;
try {
  asked = read(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message.split("\n")[0]}\n`);
  process.exitCode = 2;
}
if (asked === null) process.stdout.write(help);
if (asked)
  process.exitCode = await refreshPrices(asked.mode, asked.providers, {
    fetch: (url) => fetch(url, {signal: AbortSignal.timeout(60_000)}),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    day: new Date().toISOString().slice(0, 10),
    googleKey: process.env.GOOGLE_API_KEY,
    say: (line) => process.stdout.write(`${line}\n`),
    dataFolder: "data",
    workFolder: ".bench"
  });
