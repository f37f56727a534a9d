import type {GranularityRow} from "../src/queries/granularity.ts";
import {views} from "../src/queries/views.ts";
import {gatherFits} from "./gatherFits.ts";
import {metgRows} from "./metgRows.ts";
import {queryRows, withDatabase} from "./openDatabase.ts";
import {defaultRun, readRuns} from "./readRuns.ts";

/** Rows by the name of their view. */
export type Views = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Views that speak of everything, not of the run that is shown first. */
const unfiltered = new Set(["validation", "filterChoices"]);

/** Four significant digits are more than any chart shows, and a fifth of the weight of all of them. */
const short = (value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

const shortRows = (rows: readonly object[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, short(value)])));

/** The first look of every view: the run that is shown first, by the same SQL that the browser uses; `runs` lists all. */
export async function gatherViews(runsFolder = "data/runs"): Promise<Views> {
  const first = defaultRun(await readRuns(runsFolder));
  const fits = (await gatherFits(first)).map(({fit}) => fit);
  return withDatabase(
    async (db) => {
      const found: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
      for (const {name, sql} of views) {
        const filter = unfiltered.has(name) ? {} : {runs: [first.environment.run_id]};
        found[name] = shortRows(await queryRows(db, sql(filter)));
      }
      const runs = views.find(({name}) => name === "run")!;
      found.runs = shortRows(await queryRows(db, runs.sql({})));
      found.metg = shortRows(metgRows(fits, found.granularity as unknown as readonly GranularityRow[]));
      return found;
    },
    {runsFolder}
  );
}
