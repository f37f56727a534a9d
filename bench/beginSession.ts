import {randomUUID} from "node:crypto";
import {join, resolve} from "node:path";
import {flatRollup} from "d3";
import type {Environment} from "../src/schema/environment.ts";
import {calibrateDispatch, calibrateIterations} from "./calibrate.ts";
import type {Cell} from "./cell.ts";
import {type describeMachine, describePython, type harnessCommit, machineSlug} from "./describeMachine.ts";
import type {Python} from "./findPython.ts";
import type {Options} from "./options.ts";
import {ownCost} from "./ownCost.ts";
import type {prepareTools} from "./prepareTools.ts";
import {roundsOf} from "./roundsOf.ts";
import type {Runner} from "./runCell.ts";
import {type Calibration, Session} from "./session.ts";

/** What a run measures, with what, and on which machine. */
export interface SessionSubject {
  readonly cells: readonly Cell[];
  readonly runner: Runner;
  readonly python: Python;
  readonly pythonOf: ReturnType<typeof prepareTools>;
  readonly machine: ReturnType<typeof describeMachine> & ReturnType<typeof harnessCommit>;
}

/** How many cells the plan holds for each tool, variant and experiment. */
const plannedCells = (cells: readonly Cell[]): Environment["planned"] =>
  flatRollup(
    cells,
    (some) => some.length,
    (cell) => cell.tool,
    (cell) => cell.variant,
    (cell) => cell.experiment
  ).map(([tool, variant, experiment, count]) => ({tool, variant, experiment, cells: count}));

/** The Pythons of the tools, each build once, and what is installed beside each tool; a tool that has none is left out. */
function describeTools({cells, pythonOf}: SessionSubject) {
  const described = [...new Set(cells.map(({tool}) => tool))].flatMap((tool) => {
    const found = pythonOf(tool);
    return "command" in found ? [{tool, python: describePython(found.command)}] : [];
  });
  return {
    timer_resolution_seconds: described[0]?.python.resolution ?? null,
    pythons: [
      ...new Map(
        described.map(({python: {version, build, compiler, flags, bytecode_written}}) => [
          version + build,
          {version, build, compiler, flags, bytecode_written}
        ])
      ).values()
    ],
    tools: Object.fromEntries(described.map(({tool, python: {distributions}}) => [tool, distributions]))
  };
}

/** Begins a run: calibrates its work, describes machine, Pythons and plan, and makes its folder under `options.out`. */
export async function beginSession(options: Options, subject: SessionSubject): Promise<Session> {
  const {cells, runner, python, machine} = subject;
  const calibration: Calibration = {
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 31),
    rounds: roundsOf(options),
    profile: options.profile,
    part: options.part,
    tools: [...options.tools],
    experiments: [...options.experiments],
    workers: [...options.workers],
    python: options.python,
    cores: options.cores,
    iterations_a_second: await calibrateIterations(cells, runner),
    dispatch_seconds: await calibrateDispatch(cells, runner)
  };
  const runId = randomUUID();
  const slug = options.machine ?? machineSlug({coresLimit: options.cores, python});
  const plain = options.machine ?? machineSlug();
  const started = new Date().toISOString();
  const environment: Environment = {
    run_id: runId,
    machine: slug,
    profile_of: slug === plain ? null : plain,
    profile: options.profile,
    part: options.part,
    ...machine,
    load_after: null,
    ...describeTools(subject),
    planned: plannedCells(cells),
    seed: calibration.seed,
    command_line: `npm run bench -- ${process.argv.slice(2).join(" ")}`.trim(),
    started_utc: started,
    ended_utc: null,
    harness_seconds: await ownCost(cells[0]!, runner),
    samples_planned: cells.length * calibration.rounds,
    samples_done: 0,
    interrupted: false
  };
  const folder = join(resolve(options.out), `${started.slice(0, 10)}-${slug}-${runId.slice(0, 6)}`);
  return Session.create(folder, environment, calibration);
}
