import {group, median} from "d3";
import type {Kind, PythonBuild, Sample, StartMethod} from "../schema/sample.ts";

/** One cell of a calibration: medians over its samples, seconds. */
export interface CalibrationCell {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: StartMethod;
  readonly kind: Kind;
  readonly task_count: number;
  /** What one task takes in the plain loop of that machine. */
  readonly task_seconds: number;
  readonly workers: number;
  readonly run_seconds: number;
  readonly samples: number;
}

/** Beginning and ending of a tool: import, start, first result and stop together, seconds. */
export interface CalibrationStart {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: StartMethod;
  readonly workers: number;
  readonly seconds: number;
}

/** What is said of the machine beside its times. */
export interface CalibratedMachine {
  readonly machine: string;
  readonly cpu_model: string;
  readonly cores: number;
  readonly python_version: string;
  readonly python_build: PythonBuild;
  readonly measured_utc: string;
  /** Seconds of one step of the busy loop, pure Python; null where it was not measured. */
  readonly loop_step_seconds: number | null;
}

/** `machine.json`: what a minute of measuring says of a machine. */
export interface Calibration extends CalibratedMachine {
  /** Cores that probes got beside the samples, median: fewer than there are means that other programs ran. null: not probed. */
  readonly capacity_cores: number | null;
  readonly kind: "when-parallel-pays machine";
  readonly version: 1;
  readonly cells: readonly CalibrationCell[];
  readonly starts: readonly CalibrationStart[];
}

/** The tools that the profile `calibrate` measures (data/matrix.csv): processes and threads more than once, so that a family does not hang on one tool. */
export const calibrationTools: readonly string[] = [
  "serial:default:none",
  "multiprocessing:pool:spawn",
  "concurrent-futures-process:default:spawn",
  "joblib:loky:none",
  "concurrent-futures-thread:default:none",
  "threading:queue:none",
  "asyncio:default:none"
];

const keyOf = ({tool, variant, start_method: start}: Pick<Sample, "tool" | "variant" | "start_method">) =>
  `${tool}:${variant}:${start}`;

const good = ({outcome}: Sample) => outcome === "ok";

/**
 * Whether a sample belongs to what `calibrate` measures: a thousand empty tasks, tasks of a millisecond and of a tenth of a
 * second, begin and end; each tool with its own chunks.
 */
export function isCalibration(sample: Sample): boolean {
  const {experiment, workload, pattern, task_count: count, task_seconds: seconds, chunk_size: chunk, workers} = sample;
  if (!calibrationTools.includes(keyOf(sample)) || pattern !== "independent" || chunk !== null) return false;
  if (workers !== (sample.tool === "serial" ? 1 : 2)) return false;
  if (experiment === "startup") return true;
  if (experiment === "dispatch") return workload === "noop" && count === 1000;
  return experiment === "granularity" && workload === "busy" && (seconds === 0.001 || seconds === 0.1);
}

/** The calibration in a machine's samples: those of the profile `calibrate`, or the same cells of a longer run. */
export function calibrationOf(samples: readonly Sample[], machine: CalibratedMachine): Calibration {
  const usable = samples.filter((sample) => good(sample) && isCalibration(sample));
  const runs = usable.filter(({experiment, run_seconds: run}) => experiment !== "startup" && run !== null && run > 0);
  const cells = [...group(runs, (s) => `${keyOf(s)}|${s.experiment}|${s.task_count}|${s.task_seconds}`).values()].map(
    (some): CalibrationCell => {
      const {tool, variant, start_method, kind, task_count, workers} = some[0]!;
      return {
        tool,
        variant,
        start_method,
        kind,
        task_count,
        task_seconds: median(some, (s) => s.task_seconds_serial ?? s.task_seconds ?? 0)!,
        workers,
        run_seconds: median(some, (s) => s.run_seconds!)!,
        samples: some.length
      };
    }
  );
  const begun = usable.filter(({experiment, start_seconds: start}) => experiment === "startup" && start !== null);
  const hold = median(
    begun.filter(({tool}) => tool === "serial"),
    (s) => s.first_seconds ?? 0
  );
  const starts = [...group(begun, keyOf).values()].map((some): CalibrationStart => {
    const {tool, variant, start_method, workers} = some[0]!;
    const phase = (pick: (s: Sample) => number | null) => median(some, (s) => pick(s) ?? 0)!;
    // The protocol holds each worker a moment when it warms a pool; that is not the tool's.
    const first = Math.max(0, phase((s) => s.first_seconds) - (hold ?? 0));
    const seconds =
      phase((s) => s.import_seconds) + phase((s) => s.start_seconds) + first + phase((s) => s.stop_seconds);
    return {tool, variant, start_method, workers, seconds};
  });
  const capacity_cores = median(usable, (s) => s.capacity_before ?? undefined) ?? null;
  return {kind: "when-parallel-pays machine", version: 1, ...machine, capacity_cores, cells, starts};
}
