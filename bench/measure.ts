import {randomUUID} from "node:crypto";
import {readdirSync, statSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join, relative, resolve} from "node:path";
import {flatRollup, median} from "d3";
import type {Environment} from "../src/schema/environment.ts";
import type {Experiment} from "../src/schema/sample.ts";
import {
  type MatrixRow,
  matrixTable,
  type Part,
  type Profile,
  type TimeoutRow,
  timeoutTable
} from "../src/schema/matrix.ts";
import {calibrateDispatch, calibrateIterations} from "./calibrate.ts";
import type {Cell} from "./cell.ts";
import {describeMachine, describePython, harnessCommit, machineSlug} from "./describeMachine.ts";
import {environmentOf} from "./environmentOf.ts";
import {expandMatrix} from "./expandMatrix.ts";
import {findPython, type Python} from "./findPython.ts";
import {limitCores} from "./limitCores.ts";
import {installTool} from "./installTool.ts";
import {takeLock} from "./lock.ts";
import {measureSamples} from "./measureSamples.ts";
import type {Options} from "./options.ts";
import {orderSamples} from "./orderSamples.ts";
import {startProbe} from "./probe.ts";
import {makeProgress} from "./progress.ts";
import {readTable} from "./readTable.ts";
import {makeRunner, type Runner} from "./runCell.ts";
import {blockOfService, makeServices} from "./services.ts";
import {type Calibration, Session} from "./session.ts";
import {serviceOf, toolBySlug} from "./tools.ts";
import {writeMachineFile} from "./writeMachineFile.ts";

/** Where the parts of the harness stand, as absolute paths; tests hand in their own. */
export interface Places {
  readonly root: string;
  readonly protocol: string;
  readonly importPaths: readonly string[];
  readonly probe: string;
  readonly requirements: string;
  readonly environments: string;
  readonly services: string;
  readonly data: string;
  readonly matrix: string;
  readonly timeouts: string;
}

export function placesOf(root: string): Places {
  const bench = join(root, "bench");
  return {
    root,
    protocol: join(bench, "protocol.py"),
    importPaths: ["adapters", "workloads", "services"].map((folder) => join(bench, folder)),
    probe: join(bench, "probe.py"),
    requirements: join(bench, "requirements"),
    environments: join(root, ".bench"),
    services: join(bench, "services"),
    data: join(root, ".bench", "data"),
    matrix: join(root, "data", "matrix.csv"),
    timeouts: join(root, "data", "timeouts.csv")
  };
}

const roundsOfProfile: Readonly<Record<Profile, number>> = {smoke: 1, quick: 5, standard: 7, full: 11, calibrate: 3};
/** Tools that take seconds to begin are measured less often, so that a part stays below 45 minutes on two cores. */
const roundsOfPart: Readonly<Record<Part, number>> = {
  pools: 5,
  distributed: 5,
  queues: 5,
  tables: 5,
  workflows: 3,
  business: 5
};

/** Samples a cell, by profile and part, unless the options say so themselves. */
export function roundsOf({samples, profile, part}: Pick<Options, "samples" | "profile" | "part">): number {
  return samples ?? (profile === "standard" && part !== null ? roundsOfPart[part] : roundsOfProfile[profile]);
}

export const planCells = (places: Places, options: Options): readonly Cell[] => {
  const cells = expandMatrix(readTable<MatrixRow>(places.matrix, matrixTable), options);
  if (cells.length === 0) throw new Error("the plan holds no cell for these options; see --list without them");
  return cells;
};

/**
 * Makes the environments that the cells need. A tool that cannot be installed is told with its cure, and the rest goes on.
 * Returns the Python of a tool for an experiment; not said which, that of its own environment if a cell needs it.
 */
export function prepareTools(
  places: Places,
  cells: readonly Cell[],
  python: Python,
  profile: Profile,
  log: (line: string) => void
) {
  const pythons = new Map<string, {readonly command: string} | {readonly missing: string}>();
  const key = (slug: string, environment: string) => `${slug} in ${environment}`;
  const needed = new Map(
    cells.map(({tool, experiment}) => {
      const environment = environmentOf(tool, experiment);
      return [key(tool, environment), {slug: tool, environment}];
    })
  );
  for (const [name, {slug, environment}] of needed) {
    const {python: newest} = toolBySlug(slug);
    // The smoke profile is the standard library only, so that tests need no package index.
    if (profile === "smoke") pythons.set(name, {command: python.command});
    else
      try {
        log(`environment ${environment} for ${slug} …`);
        const own = newest === undefined ? python : findPython(newest, places.environments);
        pythons.set(name, {command: installTool(places.environments, places.requirements, environment, own)});
      } catch (error) {
        const missing = `${(error as Error).message}; cure: npm run bench -- --install --tools ${slug}`;
        log(missing);
        pythons.set(name, {missing});
      }
  }
  return (slug: string, experiment: Experiment | null = null) =>
    pythons.get(key(slug, environmentOf(slug, experiment))) ??
    pythons.get(key(slug, environmentOf(slug, "business"))) ?? {missing: `${slug} has no environment`};
}

function timeoutOf(rows: readonly TimeoutRow[]) {
  return ({tool, experiment}: Cell) => {
    const fits = (pattern: string, value: string) => pattern === "*" || pattern === value;
    return rows.find((row) => fits(row.tool, tool) && fits(row.experiment, experiment))?.timeout_seconds ?? 60;
  };
}

/** Seconds a sample costs beside its phases: the adapter that does nothing, the median of five. */
async function ownCost(cell: Cell, runner: Runner): Promise<number | null> {
  const own: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const {row, outcome, wallSeconds} = await runner.run(
      {
        ...cell,
        tool: "serial",
        variant: "default",
        startMethod: "none",
        workload: "noop",
        pattern: "independent",
        taskCount: 1,
        taskSeconds: null,
        chunkSize: null,
        workers: 1
      },
      null
    );
    const phases = ["import_seconds", "start_seconds", "first_seconds", "run_seconds", "stop_seconds"];
    if (outcome === "ok") own.push(wallSeconds - phases.reduce((total, name) => total + Number(row[name]), 0));
  }
  return median(own) ?? null;
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

/** The run to resume: the one named, or the newest under `out` that was interrupted. */
export function runToResume(out: string, named: string | true): string {
  if (named !== true) return resolve(named.includes("/") ? named : join(out, named));
  const folders = readdirSync(out, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(out, entry.name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const found = folders.find((folder) => {
    try {
      const {samples_done: done, samples_planned: plan} = Session.open(folder).environment();
      return done < plan;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`no run under ${out} is left to resume`);
  return found;
}

function refuseIfChanged(before: Environment, now: {readonly [key: string]: unknown}): void {
  for (const key of ["cpu_model", "logical_cores", "kernel", "harness_commit"] as const)
    if (before[key] !== now[key])
      throw new Error(`--resume: ${key} was ${before[key]}, is ${String(now[key])}; measure anew`);
}

/** Measures, from plan to the last row. Returns the folder of the run and whether it was stopped before its end. */
export async function measure(
  places: Places,
  options: Options,
  log: (line: string) => void
): Promise<{readonly folder: string; readonly interrupted: boolean}> {
  const release = takeLock(join(places.environments, "lock"));
  const abort = new AbortController();
  const stopBy = options.minutes === null ? Infinity : Date.now() + options.minutes * 60_000;
  const onSignal = () => {
    log("\nstopping: what is measured is kept; go on with npm run bench -- --resume");
    abort.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  const stopped = () => abort.signal.aborted || Date.now() > stopBy;
  const mark = randomUUID();
  let unlimit = () => {};
  let probe: Awaited<ReturnType<typeof startProbe>> | undefined;
  const services = makeServices({
    folder: places.services,
    importPaths: places.importPaths,
    mark: `${mark}-service`,
    log
  });
  try {
    const resumed = options.resume === null ? null : Session.open(runToResume(resolve(options.out), options.resume));
    const kept = resumed?.calibration();
    const asked: Options = kept
      ? {
          ...options,
          profile: kept.profile,
          part: kept.part,
          tools: kept.tools,
          experiments: kept.experiments,
          workers: kept.workers,
          python: kept.python,
          cores: kept.cores
        }
      : options;
    const python = findPython(asked.python ?? undefined, places.environments);
    if (asked.cores !== null) unlimit = limitCores(asked.cores);
    const machine = {...describeMachine(asked.cores), ...harnessCommit(places.root)};
    if (resumed) refuseIfChanged(resumed.environment(), machine);
    const cells = planCells(places, asked);
    const pythonOf = prepareTools(places, cells, python, asked.profile, log);
    const timeoutSeconds = timeoutOf(readTable<TimeoutRow>(places.timeouts, timeoutTable));
    const runner = makeRunner({
      pythonOf,
      protocol: places.protocol,
      importPaths: places.importPaths,
      timeoutSeconds,
      services,
      dataFolder: places.data,
      mark,
      signal: abort.signal
    });
    probe = await startProbe(python.command, places.probe, asked.cores ?? cpus().length, `${mark}-probe`);

    const session = resumed ?? (await begin());
    async function begin(): Promise<Session> {
      log("calibrating …");
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
      const used = new Set(cells.map(({tool}) => tool));
      const described = [...used].flatMap((tool) => {
        const found = pythonOf(tool);
        return "command" in found ? [{tool, python: describePython(found.command)}] : [];
      });
      const [first] = described;
      const environment: Environment = {
        run_id: runId,
        machine: slug,
        profile_of: slug === plain ? null : plain,
        profile: options.profile,
        part: options.part,
        ...machine,
        load_after: null,
        timer_resolution_seconds: first?.python.resolution ?? null,
        pythons: [
          ...new Map(
            described.map(({python: {version, build, compiler, flags, bytecode_written}}) => [
              version + build,
              {version, build, compiler, flags, bytecode_written}
            ])
          ).values()
        ],
        tools: Object.fromEntries(described.map(({tool, python: {distributions}}) => [tool, distributions])),
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
      return Session.create(
        join(resolve(options.out), `${started.slice(0, 10)}-${slug}-${runId.slice(0, 6)}`),
        environment,
        calibration
      );
    }

    const calibration = session.calibration();
    const environment = session.environment();
    const done = new Set(session.samples().map(({sample_id: id}) => id));
    const planned = orderSamples(cells, calibration.rounds, calibration.seed, ({tool, variant}) =>
      blockOfService(serviceOf(tool, variant))
    );
    const left = planned.filter(({sampleId}) => !done.has(sampleId));
    log(`${session.folder}: ${left.length} of ${planned.length} samples to take`);
    const watcher = makeProgress(left.length, process.stderr);
    const append: Session["append"] = (sample, measures) => session.append(sample, measures);
    const taken = await measureSamples(left, done.size, {
      runId: environment.run_id,
      runner,
      probe,
      calibration,
      watcher,
      stopped,
      append
    });
    const interrupted = taken < left.length;
    session.writeEnvironment({
      ...environment,
      load_after: loadavg(),
      ended_utc: new Date().toISOString(),
      samples_done: done.size + taken,
      interrupted
    });
    if (calibration.profile === "calibrate")
      log(`for the planner page: ${relative(places.root, writeMachineFile(session))}`);
    return {folder: session.folder, interrupted};
  } finally {
    await services.stop();
    await probe?.stop();
    unlimit();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    release();
  }
}
