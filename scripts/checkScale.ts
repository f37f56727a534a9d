import {parseArgs} from "node:util";
import {measureBuild} from "./measureBuild.ts";

const help = `npm run check:scale -- [--samples 10000,100000,1000000]

Builds the site from more and more generated samples and prints how time and memory grow: by less than the samples do.
Exit code 1 when either grows faster than the samples.`;

/** A tenth of leeway: two builds of the same samples differ by about so much. */
const leeway = 1.1;

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {help: {type: "boolean", short: "h"}, samples: {type: "string", default: "10000,100000,1000000"}}
  });
  if (values.help) return console.log(help);
  const sizes = values.samples.split(",").map(Number);
  if (
    sizes.length < 2 ||
    sizes.some((size, i) => !Number.isInteger(size) || size < 1000 || size <= (sizes[i - 1] ?? 0))
  )
    throw new Error(`--samples must be two or more growing whole numbers from 1000 on, got ${values.samples}`);
  let before: {samples: number; seconds: number; peakBytes: number | null} | null = null;
  let steep = false;
  for (const samples of sizes) {
    const {seconds, peakBytes, close} = await measureBuild(samples);
    await close();
    const memory = peakBytes === null ? "memory not measured" : `${(peakBytes / 1e9).toFixed(2)} GB`;
    let growth = "";
    if (before !== null) {
      const [grown, longer] = [samples / before.samples, seconds / before.seconds];
      const larger = peakBytes === null || before.peakBytes === null ? null : peakBytes / before.peakBytes;
      steep ||= longer > grown * leeway || (larger ?? 0) > grown * leeway;
      growth = `; ${grown.toFixed(1)} times the samples take ${longer.toFixed(2)} times as long${larger === null ? "" : ` and ${larger.toFixed(2)} times the memory`}`;
    }
    console.log(`${samples.toLocaleString("en-GB")} samples: ${seconds.toFixed(1)} s, ${memory}${growth}`);
    before = {samples, seconds, peakBytes};
  }
  console.log(steep ? "Growth is steeper than linear." : "Growth is linear or less.");
  process.exitCode = steep ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(`The growth could not be measured: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
