import type {GranularityRow} from "../src/queries/granularity.ts";
import {type ExpectedRange, expectedRangesTable} from "../src/schema/expectedRanges.ts";
import {views} from "../src/queries/views.ts";
import {gatherFitsOf} from "./gatherFits.ts";
import {adapterRows} from "./adapterRows.ts";
import {answerTables} from "./answerTables.ts";
import {breakdownRows} from "./breakdownRows.ts";
import {gatherBuilds} from "./gatherBuilds.ts";
import {coverageRows} from "./coverageRows.ts";
import {currentRuns, defaultRun} from "./currentRuns.ts";
import {listRuns} from "./listRuns.ts";
import {loopStepSeconds} from "./loopStepSeconds.ts";
import {metgRows} from "./metgRows.ts";
import {modelTables} from "./modelTables.ts";
import {withCachedDatabase} from "./openCachedDatabase.ts";
import {queryRows} from "./queryRows.ts";
import {rangeRows} from "./rangeRows.ts";
import {readCsv} from "./readCsv.ts";
import {readRun} from "./readRuns.ts";
import {toolVersions} from "./toolVersions.ts";

/** Rows by the name of their view. */
export type Views = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Views that speak of everything, not of the run that is shown first. */
const unfiltered = new Set(["validation", "filterChoices"]);

/** Views of a session as such: drift and quietness are one run's. */
const ofFirstRun = new Set(["run", "baseline"]);

/** Four significant digits are more than any chart shows, and a fifth of the weight of all of them. */
const short = (value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

const shortRows = (rows: readonly object[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, short(value)])));

/** The first look of every view: the runs of the machine that is shown first, by the same SQL that the browser uses; `runs` lists all. */
export async function gatherViews(): Promise<Views> {
  return withCachedDatabase(async (db) => {
    const all = await listRuns(db);
    const first = defaultRun(all);
    const heads = currentRuns(all);
    const gathered = await gatherFitsOf(heads);
    const fits = gathered.map(({fit}) => fit);
    const current = await Promise.all(heads.map(({folder}) => readRun(folder)));
    const found: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
    for (const {name, sql} of views) {
      const shown = ofFirstRun.has(name) ? [first] : current;
      const filter = unfiltered.has(name) ? {} : {runs: shown.map(({environment}) => environment.run_id)};
      found[name] = shortRows(await queryRows(db, sql(filter)));
    }
    const runs = views.find(({name}) => name === "run")!;
    found.runs = shortRows(await queryRows(db, runs.sql({})));
    for (const [name, rows] of Object.entries(modelTables(gathered))) found[name] = shortRows(rows);
    found.coverage = shortRows(coverageRows(current));
    found.adapters = shortRows(adapterRows(current));
    found.reference_step = [{machine: first.environment.machine, step_seconds: await loopStepSeconds(first)}];
    found.tool_versions = shortRows(toolVersions(current));
    found.metg = shortRows(metgRows(fits, found.granularity as unknown as readonly GranularityRow[]));
    found.builds = shortRows(await gatherBuilds(db, all));
    found.breakdown = shortRows(breakdownRows(found));
    for (const [name, rows] of Object.entries(await answerTables({all, current, fits}))) found[name] = shortRows(rows);
    const ranges = await readCsv<ExpectedRange>("data/expected_ranges.csv", expectedRangesTable);
    found.ranges = shortRows(rangeRows(ranges, found));
    return found;
  });
}
