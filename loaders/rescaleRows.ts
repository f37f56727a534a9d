import {group, median, quantile} from "d3";
import {calibrationOf, isCalibration} from "../src/model/calibration.ts";
import type {Fit} from "../src/model/fit.ts";
import {bandSds, predict} from "../src/model/predict.ts";
import {rescaleFits} from "../src/model/rescaleFits.ts";
import {startupSeconds} from "../src/model/startupSeconds.ts";
import {isSerial} from "../src/model/toolTraits.ts";
import {defaultWorkload} from "../src/model/workloadFields.ts";
import type {Sample} from "../src/schema/sample.ts";
import {loopStepSeconds} from "./loopStepSeconds.ts";
import {currentRuns, defaultRun} from "./currentRuns.ts";
import {readRun, type Run, type RunHead} from "./readRuns.ts";

/** How far predictions for another machine were off, before and after its calibration: factors, median and ninth decile. */
export interface RescaleRow {
  readonly profile: string;
  /** `warm run` or `begin and end`. */
  readonly what: string;
  readonly tools: number;
  readonly cells: number;
  readonly before_median_ratio: number;
  readonly before_p90_ratio: number;
  readonly after_median_ratio: number;
  readonly after_p90_ratio: number;
  /** Share of the cells inside the 80 % band after the calibration; null for starts, which have no band of their own. */
  readonly after_band_coverage: number | null;
  readonly calibration_cells: number;
}

interface Miss {
  readonly tool: string;
  readonly before: number;
  readonly after: number;
  readonly inside: boolean | null;
}

/** Shorter runs are measured too roughly to judge a prediction by. */
const shortestJudgedSeconds = 1e-3;

const judgedExperiments = new Set(["dispatch", "granularity", "scaling"]);
const keyOf = (s: Sample) => `${s.tool}:${s.variant}:${s.start_method}`;

const profileName = ({environment: {logical_cores: cores, pythons, profile_of: of, machine}}: Run) => {
  const [python] = pythons;
  return `${of ?? machine}, ${cores} core${cores === 1 ? "" : "s"}, Python ${python?.version ?? "?"}${python?.build === "free-threaded" ? " free-threaded" : ""}`;
};

function summed(profile: string, what: string, misses: readonly Miss[], calibrationCells: number): RescaleRow[] {
  if (misses.length === 0) return [];
  const ratios = (pick: (miss: Miss) => number) => misses.map((miss) => Math.exp(Math.abs(Math.log(pick(miss)))));
  const [before, after] = [ratios((miss) => miss.before), ratios((miss) => miss.after)];
  const banded = misses.flatMap(({inside}) => (inside === null ? [] : [inside]));
  return [
    {
      profile,
      what,
      tools: new Set(misses.map(({tool}) => tool)).size,
      cells: misses.length,
      before_median_ratio: median(before)!,
      before_p90_ratio: quantile(before, 0.9)!,
      after_median_ratio: median(after)!,
      after_p90_ratio: quantile(after, 0.9)!,
      after_band_coverage: banded.length === 0 ? null : banded.filter(Boolean).length / banded.length,
      calibration_cells: calibrationCells
    }
  ];
}

/** The judged cells of a run: those that the calibration did not see. */
function judgedCells(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const usable = samples.filter(
    (s) =>
      s.outcome === "ok" &&
      s.pattern === "independent" &&
      (s.task_cv ?? 0) === 0 &&
      judgedExperiments.has(s.experiment) &&
      s.run_seconds !== null &&
      !s.tool.startsWith("serial") &&
      !isCalibration(s)
  );
  return [...group(usable, (s) => s.sample_id.split("-")[0]!).values()];
}

function rowsOf(run: Run, fits: readonly Fit[], step: number | null, reference: number | null): RescaleRow[] {
  const {environment, samples} = run;
  const cores = environment.logical_cores;
  const calibration = calibrationOf(samples, {
    machine: environment.machine,
    cpu_model: environment.cpu_model,
    cores,
    python_version: environment.pythons[0]?.version ?? "",
    python_build: environment.pythons[0]?.build === "free-threaded" ? "free-threaded" : "gil",
    measured_utc: environment.started_utc,
    loop_step_seconds: step
  });
  const {fits: rescaled} = rescaleFits(fits, calibration, reference);
  const place = new Map(fits.map((fit, i) => [`${fit.tool}:${fit.variant}:${fit.startMethod}`, i]));
  const runs = judgedCells(samples).flatMap((some): Miss[] => {
    const [sample] = some as [Sample, ...Sample[]];
    const i = place.get(keyOf(sample));
    const measured = median(some, (s) => s.run_seconds!)!;
    if (i === undefined || measured < shortestJudgedSeconds) return [];
    const workload = {
      ...defaultWorkload,
      tasks: sample.task_count,
      seconds: median(some, (s) => s.task_seconds_serial ?? s.task_seconds ?? 0)!,
      kind: sample.kind,
      workers: sample.workers,
      cores,
      chunk: sample.chunk_size,
      payloadIn: sample.payload_in_bytes ?? 0,
      payloadOut: sample.payload_out_bytes ?? 0,
      warm: true
    };
    const after = predict(rescaled[i]!, workload);
    return [
      {
        tool: keyOf(sample),
        before: predict(fits[i]!, workload).seconds / measured,
        after: after.seconds / measured,
        // The band as such: its lower end keeps to the work bound, which stands on a reference that is itself off by some per cent.
        inside: Math.abs(Math.log(measured / after.seconds)) <= bandSds * after.logSd
      }
    ];
  });
  const begun = group(
    samples.filter(
      (s) => s.outcome === "ok" && s.experiment === "startup" && !isCalibration(s) && s.start_seconds !== null
    ),
    (s) => `${keyOf(s)}|${s.workers}`
  );
  const hold = median(
    samples.filter((s) => s.tool === "serial" && s.experiment === "startup"),
    (s) => s.first_seconds ?? 0
  );
  const starts = [...begun.values()].flatMap((some): Miss[] => {
    const [sample] = some as [Sample, ...Sample[]];
    const i = place.get(keyOf(sample));
    if (i === undefined || isSerial(fits[i]!) || fits[i]!.startup.length === 0) return [];
    const phase = (pick: (s: Sample) => number | null) => median(some, (s) => pick(s) ?? 0)!;
    const first = Math.max(0, phase((s) => s.first_seconds) - (hold ?? 0));
    const measured =
      phase((s) => s.import_seconds) + phase((s) => s.start_seconds) + first + phase((s) => s.stop_seconds);
    const {workers} = sample;
    const before = startupSeconds(fits[i]!, workers) / measured;
    return [{tool: keyOf(sample), before, after: startupSeconds(rescaled[i]!, workers) / measured, inside: null}];
  });
  const name = profileName(run);
  const cells = calibration.cells.length + calibration.starts.length;
  return [...summed(name, "warm run", runs, cells), ...summed(name, "begin and end", starts, cells)];
}

/**
 * Predicts the runs of other profiles of the machine (fewer cores, another Python build) from its own fits, as they are and
 * carried over by the calibration cells of those runs, and holds both against what was measured on the other cells.
 */
export async function rescaleRows(runs: readonly RunHead[], fits: readonly Fit[]): Promise<readonly RescaleRow[]> {
  const first = defaultRun(runs);
  const profiles = runs.filter(({environment: {profile_of: of}}) => of === first.environment.machine);
  const machines = [...new Set(profiles.map(({environment}) => environment.machine))];
  const others = await Promise.all(
    machines.flatMap((machine) => currentRuns(runs, machine)).map(({folder}) => readRun(folder))
  );
  const reference = await loopStepSeconds(first);
  const rows = await Promise.all(others.map(async (run) => rowsOf(run, fits, await loopStepSeconds(run), reference)));
  return rows.flat();
}
