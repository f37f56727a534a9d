import type {DuckDBConnection} from "@duckdb/node-api";
import {dispatch} from "../src/queries/dispatch.ts";
import type {Query} from "../src/queries/query.ts";
import {scaling} from "../src/queries/scaling.ts";
import {startup} from "../src/queries/startup.ts";
import {type BuildRow, buildRows, type MeasuredBuild} from "./buildRows.ts";
import {currentRuns} from "./currentRuns.ts";
import {queryRows} from "./queryRows.ts";
import type {RunHead} from "./readRuns.ts";

const buildsOf = (runs: readonly RunHead[]) =>
  new Set(runs.flatMap(({environment}) => environment.pythons.map(({build}) => build)));

/** The runs of the newest machine on which one version of Python was measured with and without the GIL; none: an empty list. */
function twins(runs: readonly RunHead[]): readonly RunHead[] {
  const newest = runs
    .filter(({environment}) => environment.profile_of !== null)
    .toSorted((a, b) => (a.environment.started_utc < b.environment.started_utc ? 1 : -1));
  const pairs = newest.map(({environment}) => currentRuns(runs, environment.machine));
  return pairs.find((some) => some.length > 1 && buildsOf(some).size > 1) ?? [];
}

/** The tools of both builds of Python, by the same SQL as the other views. */
export async function gatherBuilds(db: DuckDBConnection, runs: readonly RunHead[]): Promise<readonly BuildRow[]> {
  const measured = await Promise.all(
    twins(runs).map(async ({environment}): Promise<MeasuredBuild> => {
      const rows = <Row extends object>({sql}: Query<Row>) => queryRows<Row>(db, sql({runs: [environment.run_id]}));
      const [python] = environment.pythons;
      return {
        build: python?.build === "free-threaded" ? "free-threaded" : "gil",
        startup: await rows(startup),
        dispatch: await rows(dispatch),
        scaling: await rows(scaling),
        measured_on: `${environment.profile_of}, ${environment.started_utc.slice(0, 10)}, Python ${python?.version ?? ""}`
      };
    })
  );
  return buildRows(measured);
}
