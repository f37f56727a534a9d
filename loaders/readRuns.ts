import {existsSync} from "node:fs";
import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {group} from "d3";
import * as v from "valibot";
import type {Table} from "../src/schema/column.ts";
import {type Environment, environmentSchema} from "../src/schema/environment.ts";
import {type Measure, measureTable} from "../src/schema/measure.ts";
import {type Sample, sampleTable} from "../src/schema/sample.ts";
import {readCsv} from "./readCsv.ts";

/** One measurement session as it lies in data/runs. */
export interface Run {
  readonly folder: string;
  readonly environment: Environment;
  readonly samples: readonly Sample[];
  readonly measures: readonly Measure[];
}

const withdrawnTable: Table = {
  name: "withdrawn",
  row: "a run that is not to be used, and why",
  columns: [
    {name: "run", type: "string", required: true, description: "name of its folder"},
    {name: "reason", type: "string", required: true, description: "why it was withdrawn"}
  ]
};

/** Names of the run folders that count, in the order of their names. */
export async function runFolders(root: string): Promise<readonly string[]> {
  const entries = existsSync(root) ? await readdir(root, {withFileTypes: true}) : [];
  const list = join(root, "withdrawn.csv");
  const withdrawn = existsSync(list) ? await readCsv<{run: string}>(list, withdrawnTable) : [];
  const out = new Set(withdrawn.map(({run}) => run));
  return entries
    .filter((entry) => entry.isDirectory() && !out.has(entry.name))
    .map(({name}) => name)
    .toSorted();
}

async function readRun(root: string, name: string): Promise<Run> {
  const folder = join(root, name);
  const file = join(folder, "environment.json");
  const environment = v.safeParse(environmentSchema, JSON.parse(await readFile(file, "utf8")));
  if (!environment.success) {
    const [issue] = environment.issues;
    throw new Error(`${file}: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
  }
  return {
    folder: name,
    environment: environment.output,
    samples: await readCsv<Sample>(join(folder, "samples.csv"), sampleTable),
    measures: await readCsv<Measure>(join(folder, "measures.csv"), measureTable)
  };
}

/** The last runs that were read: a process asks for them several times, and a long history takes minutes to read. */
let kept: {readonly key: string; readonly runs: Promise<readonly Run[]>} | undefined;

/** Names, sizes and times of the files of runs. */
async function keyOf(root: string, names: readonly string[]): Promise<string> {
  const files = names.flatMap((name) =>
    ["environment.json", "samples.csv", "measures.csv"].map((file) => join(root, name, file))
  );
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return files.map((file, place) => `${file} ${stats[place]?.size} ${stats[place]?.mtimeMs}`).join("\n");
}

/** Every run under a folder that is not withdrawn and holds a sample, checked row by row; throws a sentence when there is none. */
export async function readRuns(root = "data/runs"): Promise<readonly Run[]> {
  const names = await runFolders(root);
  const key = await keyOf(root, names);
  if (kept?.key !== key) kept = {key, runs: readAll(root, names)};
  return kept.runs;
}

async function readAll(root: string, names: readonly string[]): Promise<readonly Run[]> {
  const runs = await Promise.all(names.map((name) => readRun(root, name)));
  const held = runs.filter(({samples}) => samples.length > 0);
  if (held.length === 0) throw new Error(`${root} holds no run: measure first with npm run bench -- --profile quick`);
  return held;
}

const depth: Readonly<Record<string, number>> = {full: 2, standard: 2, quick: 1};

/** The stretch of the plan that a run holds: null for tools named one by one. Runs from before there were parts hold the pools. */
const partOf = ({environment: {part, planned}}: Run) => part ?? (planned.length === 0 ? "pools" : null);

function newestOfDeepest(runs: readonly Run[]): Run {
  const rank = ({environment}: Run) => depth[environment.profile] ?? 0;
  return runs.toSorted(
    (a, b) => rank(b) - rank(a) || (a.environment.started_utc < b.environment.started_utc ? 1 : -1)
  )[0]!;
}

/**
 * The run that a page speaks of first: the newest of the deepest profile that holds the pools of a whole machine, or of any
 * if none does. The same machine with fewer cores or another Python build is never the one shown first.
 */
export function defaultRun(runs: readonly Run[]): Run {
  const whole = runs.filter(({environment}) => environment.profile_of === null);
  const pools = whole.filter((run) => partOf(run) === "pools");
  return newestOfDeepest([pools, whole, runs].find((some) => some.length > 0)!);
}

const toolsOf = (runs: readonly Run[]) => new Set(runs.flatMap(({samples}) => samples.map(({tool}) => tool)));

/**
 * The runs that make up the report's first view of a machine: of each part the newest of the deepest profile, and beside
 * them the newest run of tools named one by one that holds a tool which no part does.
 */
export function currentRuns(runs: readonly Run[], machine = defaultRun(runs).environment.machine): readonly Run[] {
  // A free-threaded build and its twin share a machine's name, so that they can be compared: both are kept.
  const builds = (run: Run) => run.environment.pythons.map(({build}) => build).join(" ");
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
