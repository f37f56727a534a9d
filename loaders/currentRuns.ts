import {group} from "d3";
import type {RunHead} from "./readRuns.ts";

const depth: Readonly<Record<string, number>> = {full: 2, standard: 2, quick: 1};

/** The stretch of the plan that a run holds: null for tools named one by one. Runs from before there were parts hold the pools. */
const partOf = ({environment: {part, planned}}: RunHead) => part ?? (planned.length === 0 ? "pools" : null);

function newestOfDeepest<Head extends RunHead>(runs: readonly Head[]): Head {
  const rank = ({environment}: Head) => depth[environment.profile] ?? 0;
  return runs.toSorted(
    (a, b) => rank(b) - rank(a) || (a.environment.started_utc < b.environment.started_utc ? 1 : -1)
  )[0]!;
}

/**
 * The run that a page speaks of first: the newest of the deepest profile that holds the pools of a whole machine, or of any
 * if none does. The same machine with fewer cores or another Python build is never the one shown first.
 */
export function defaultRun<Head extends RunHead>(runs: readonly Head[]): Head {
  const whole = runs.filter(({environment}) => environment.profile_of === null);
  const pools = whole.filter((run) => partOf(run) === "pools");
  return newestOfDeepest([pools, whole, runs].find((some) => some.length > 0)!);
}

const toolsOf = (runs: readonly RunHead[]) => new Set(runs.flatMap(({tools}) => tools));

/**
 * The runs that make up the report's first view of a machine: of each part the newest of the deepest profile, and beside
 * them the newest run of tools named one by one that holds a tool which no part does.
 */
export function currentRuns<Head extends RunHead>(
  runs: readonly Head[],
  machine = defaultRun(runs).environment.machine
): readonly Head[] {
  // A free-threaded build and its twin share a machine's name, so that they can be compared: both are kept.
  const builds = (run: Head) => run.environment.pythons.map(({build}) => build).join(" ");
  const own = runs.filter(({environment}) => environment.machine === machine);
  const whole = own.filter((run) => partOf(run) !== null);
  const chosen = [...group(whole, (run) => `${partOf(run)} ${builds(run)}`).values()].map(newestOfDeepest);
  const named = own.filter((run) => partOf(run) === null);
  while (named.length > 0) {
    const next = newestOfDeepest(named);
    named.splice(named.indexOf(next), 1);
    const known = toolsOf(chosen);
    if ([...toolsOf([next])].some((tool) => !known.has(tool))) chosen.push(next);
  }
  return chosen;
}
