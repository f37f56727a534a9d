import type {Fit} from "../src/model/fit.ts";
import {gatherAllFits} from "./gatherFits.ts";
import {defaultRun} from "./currentRuns.ts";
import {listRuns} from "./listRuns.ts";
import {withCachedDatabase} from "./openCachedDatabase.ts";

/** What the page and the command line predict from. */
export interface FitsFile {
  /** The machine whose fits are used when none is asked for. */
  readonly machine: string;
  readonly fits: readonly Fit[];
}

/** Five digits: far inside every parameter's own interval. */
const short = (_: string, value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;

/** The fits of every machine, shortened as `fits.json` holds them. */
export async function fitsFile(): Promise<FitsFile> {
  const runs = await withCachedDatabase((db) => listRuns(db));
  const fits = (await gatherAllFits(runs)).map(({fit}) => fit);
  return JSON.parse(JSON.stringify({machine: defaultRun(runs).environment.machine, fits}, short)) as FitsFile;
}
