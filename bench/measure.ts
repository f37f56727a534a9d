import {randomUUID} from "node:crypto";
import {cpus, loadavg} from "node:os";
import {join, relative, resolve} from "node:path";
import type {Environment} from "../src/schema/environment.ts";
import {type TimeoutRow, timeoutTable} from "../src/schema/matrix.ts";
import {beginSession} from "./beginSession.ts";
import {describeMachine, harnessCommit} from "./describeMachine.ts";
import {findPython} from "./findPython.ts";
import {limitCores} from "./limitCores.ts";
import {takeLock} from "./lock.ts";
import {measureSamples} from "./measureSamples.ts";
import type {Options} from "./options.ts";
import {orderSamples} from "./orderSamples.ts";
import type {Places} from "./placesOf.ts";
import {planCells} from "./planCells.ts";
import {prepareTools} from "./prepareTools.ts";
import {startProbe} from "./probe.ts";
import {makeProgress} from "./progress.ts";
import {readTable} from "./readTable.ts";
import {makeRunner} from "./runCell.ts";
import {runToResume} from "./runToResume.ts";
import {blockOfService, makeServices} from "./services.ts";
import {Session} from "./session.ts";
import {timeoutOf} from "./timeoutOf.ts";
import {serviceOf} from "./tools.ts";
import {writeMachineFile} from "./writeMachineFile.ts";

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

    if (!resumed) log("calibrating …");
    const session = resumed ?? (await beginSession(options, {cells, runner, python, pythonOf, machine}));
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
