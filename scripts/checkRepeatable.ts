import {rm} from "node:fs/promises";
import {cacheFolder} from "../loaders/cachedResult.ts";
import {buildSite} from "./buildSite.ts";
import {differences, hashSite} from "./hashSite.ts";

// Builds the site that stands in dist once more: both must have the same bytes.
try {
  const before = await hashSite("dist");
  // What the first build gathered must come out again, not be taken from where it was kept.
  await rm(cacheFolder, {recursive: true, force: true});
  await buildSite(() => undefined);
  const changed = differences(before, await hashSite("dist"));
  if (changed.length > 0) throw new Error(`two builds of the same data differ in:\n  ${changed.join("\n  ")}`);
  console.log(`Two builds gave the same bytes in ${before.size} files.`);
} catch (error) {
  console.error(`The build is not repeatable: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
