import {existsSync} from "node:fs";
import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import * as v from "valibot";
import type {Table} from "../src/schema/column.ts";
import {type Environment, environmentSchema} from "../src/schema/environment.ts";
import {type Measure, measureTable} from "../src/schema/measure.ts";
import {type Sample, sampleTable} from "../src/schema/sample.ts";
import {readCsv} from "./readCsv.ts";

/** A measurement session without its rows: what decides whether they are wanted. */
export interface RunHead {
  /** Its name below data/runs. */
  readonly folder: string;
  readonly environment: Environment;
  /** Those that left a sample. */
  readonly tools: readonly string[];
}

/** One measurement session as it lies in data/runs. */
export interface Run extends RunHead {
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

/** What `environment.json` of a run says; throws with file and place where it breaks its schema. */
export async function readEnvironment(root: string, folder: string): Promise<Environment> {
  const file = join(root, folder, "environment.json");
  const environment = v.safeParse(environmentSchema, JSON.parse(await readFile(file, "utf8")));
  if (environment.success) return environment.output;
  const [issue] = environment.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
}

/** Runs that were read, by name, size and time of their samples: fits and tables of one process ask for the same ones. */
const known = new Map<string, Promise<Run>>();

/** A run with every row, each checked; throws with file, line, column, value and what is allowed. */
export async function readRun(folder: string, root = "data/runs"): Promise<Run> {
  const {size, mtimeMs} = await stat(join(root, folder, "samples.csv"));
  const key = `${join(root, folder)} ${size} ${mtimeMs}`;
  const run = known.get(key) ?? readRows(root, folder);
  known.set(key, run);
  return run;
}

async function readRows(root: string, folder: string): Promise<Run> {
  const samples = await readCsv<Sample>(join(root, folder, "samples.csv"), sampleTable);
  return {
    folder,
    environment: await readEnvironment(root, folder),
    tools: [...new Set(samples.map(({tool}) => tool))],
    samples,
    measures: await readCsv<Measure>(join(root, folder, "measures.csv"), measureTable)
  };
}

/** What to say where there is nothing to show. */
export const noRuns = (root: string): string =>
  `${root} holds no run: measure first with npm run bench -- --profile quick`;

/** Every run under a folder that is not withdrawn and holds a sample, with all rows; throws a sentence when there is none. */
export async function readRuns(root = "data/runs"): Promise<readonly Run[]> {
  const runs = await Promise.all((await runFolders(root)).map((folder) => readRun(folder, root)));
  const held = runs.filter(({samples}) => samples.length > 0);
  if (held.length === 0) throw new Error(noRuns(root));
  return held;
}
