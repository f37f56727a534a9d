import {cachedResult, type ResultInputs} from "./cachedResult.ts";
import type {FitsFile} from "./fitsFile.ts";
import type {Views} from "./gatherViews.ts";

/** What was measured and what is held against it. Texts and other facts do not touch views and fits, so that an edit of one shows soon. */
export const measuredFiles = [
  "data/runs",
  "data/expected_ranges.csv",
  "data/usl_reference.csv",
  "data/work_imports.csv",
  "bench/adapters",
  "bench/requirements",
  "package-lock.json"
];

const inputsOf = (module: string): ResultInputs => ({module: `loaders/${module}.ts`, files: measuredFiles});

// What gathers is loaded by the first loader that needs it: the others only read what that one kept.

/** The first look of every view, computed once for all loaders. */
export const measuredViews = (): Promise<Views> =>
  cachedResult("views", async () => (await import("./gatherViews.ts")).gatherViews(), {
    inputs: inputsOf("gatherViews")
  });

/** The fits of every machine, computed once for all loaders. */
export const measuredFits = (): Promise<FitsFile> =>
  cachedResult("fitsfile", async () => (await import("./fitsFile.ts")).fitsFile(), {inputs: inputsOf("fitsFile")});
