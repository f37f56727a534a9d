import {busySeconds} from "./describeMachine.ts";
import {capTaskCount} from "./calibrate.ts";
import {type Cell, toolKey} from "./cell.ts";
import {type Measure, measureNames, measureUnits} from "../src/schema/measure.ts";
import type {PlannedSample} from "./orderSamples.ts";
import type {Probe} from "./probe.ts";
import type {ProtocolResult} from "./runProtocol.ts";
import type {Runner, SerialReference} from "./runCell.ts";
import type {Sample} from "../src/schema/sample.ts";
import type {Calibration} from "./session.ts";

/** What the loop tells whoever watches: a sample begins, or is done. */
export interface Watcher {
  begin(cell: Cell, index: number): void;
  done(sample: Sample): void;
}

/** What the loop works with. `stopped` is asked between samples. */
export interface MeasureOptions {
  readonly runId: string;
  readonly runner: Runner;
  readonly probe: Probe;
  readonly calibration: Calibration;
  readonly watcher: Watcher;
  readonly stopped: () => boolean;
  readonly append: (sample: Sample, measures: readonly Measure[]) => void;
}

/** The pinned serial baseline runs before every so many samples. */
export const baselineEvery = 6;

const number = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The work of a cell, whatever tool does it: what a serial reference and its checksum go by. */
function workKey(cell: Cell): string {
  const {workload, pattern, taskCount, taskSeconds, payloadInBytes, payloadOutBytes} = cell;
  const {dataBytes, taskCv, distribution} = cell;
  // The width of a stencil goes by the workers, and with it the answer.
  const ordered = pattern === "stencil" ? `${pattern} ${cell.workers}` : "";
  return [
    workload,
    ordered,
    taskCount,
    taskSeconds,
    payloadInBytes,
    payloadOutBytes,
    dataBytes,
    taskCv,
    distribution
  ].join("|");
}

/** The quantities beside the row's columns: those of the closed list that this sample has. */
function measuresOf(row: ProtocolResult["row"], runId: string, sampleId: string): readonly Measure[] {
  const own = {idle_bytes_a_worker: row.idle_bytes_a_worker, ...(row.measures as object | undefined)};
  return measureNames.flatMap((name) => {
    const value = number((own as Readonly<Record<string, unknown>>)[name]);
    return value === null ? [] : [{run_id: runId, sample_id: sampleId, name, value, unit: measureUnits[name]}];
  });
}

function judge(result: ProtocolResult, expected: string | null): {outcome: Sample["outcome"]; detail: string | null} {
  const {row, outcome, detail} = result;
  if (outcome === "ok" && expected !== null && row.checksum !== expected)
    return {outcome: "wrong_answer", detail: `checksum ${text(row.checksum)} where the serial loop gives ${expected}`};
  return {outcome, detail};
}

/**
 * Takes the samples in their order, each bracketed by capacity probes, and appends each before the next begins.
 * Returns how many were taken. Nothing is retried and nothing dropped: what goes wrong is a row.
 */
export async function measureSamples(
  planned: readonly PlannedSample[],
  from: number,
  options: MeasureOptions
): Promise<number> {
  const {runId, runner, probe, calibration, watcher, stopped, append} = options;
  const checksums = new Map<string, string | null>();
  const serial = new Map<string, SerialReference>();
  let baseline: number | null = null;
  let capacity = await probe.capacity();
  let taken = 0;
  for (const {sampleId, cell: asPlanned} of planned) {
    if (stopped()) break;
    const cell = capTaskCount(asPlanned, calibration.dispatch_seconds[toolKey(asPlanned)]);
    watcher.begin(cell, from + taken);
    if (baseline === null || taken % baselineEvery === 0) baseline = await probe.baseline();
    // A stencil's task is the busy one with its neighbours mixed in.
    const rate = calibration.iterations_a_second[cell.workload === "stencil" ? "busy" : cell.workload];
    const iterations = rate && cell.taskSeconds ? Math.max(1, Math.round(rate * cell.taskSeconds)) : null;
    const cellId = sampleId.split("-")[0]!;
    const work = workKey(cell);
    if (!serial.has(cellId)) {
      const reference = await runner.serialReference(cell, iterations, !checksums.has(work));
      if (stopped()) break;
      if (!checksums.has(work)) checksums.set(work, reference.checksum);
      serial.set(cellId, reference);
      capacity = await probe.capacity();
    }
    const startedUtc = new Date().toISOString();
    const busyBefore = busySeconds();
    const ownBefore = process.cpuUsage();
    const result = await runner.run(cell, iterations);
    const own = process.cpuUsage(ownBefore);
    const busyAfter = busySeconds();
    if (stopped()) break; // ended with its tree by the interruption: no outcome of the tool's
    const after = await probe.capacity();
    const {row} = result;
    const cpu = number(row.cpu_seconds);
    const foreign =
      busyBefore === null || busyAfter === null || cpu === null
        ? null
        : Math.max(0, busyAfter - busyBefore - cpu - (own.user + own.system) / 1e6);
    const sample: Sample = {
      run_id: runId,
      sample_id: sampleId,
      order_index: from + taken,
      started_utc: startedUtc,
      experiment: cell.experiment,
      tool: cell.tool,
      variant: cell.variant,
      tool_version: text(row.tool_version),
      python_version: text(row.python_version),
      python_build: row.python_build === "free-threaded" ? "free-threaded" : row.python_build === "gil" ? "gil" : null,
      start_method: cell.startMethod,
      workload: cell.workload,
      kind: cell.kind,
      pattern: cell.pattern,
      task_count: cell.taskCount,
      task_seconds: cell.taskSeconds,
      task_cv: cell.taskCv,
      distribution: cell.distribution,
      data_bytes: cell.dataBytes,
      task_seconds_serial: serial.get(cellId)?.taskSeconds ?? null,
      chunk_size: cell.chunkSize,
      payload_in_bytes: serial.get(cellId)?.payloadInBytes ?? cell.payloadInBytes,
      payload_out_bytes: serial.get(cellId)?.payloadOutBytes ?? cell.payloadOutBytes,
      workers: cell.workers,
      rtt_seconds: cell.rttSeconds,
      import_seconds: number(row.import_seconds),
      start_seconds: number(row.start_seconds),
      first_seconds: number(row.first_seconds),
      run_seconds: number(row.run_seconds),
      stop_seconds: number(row.stop_seconds),
      cpu_seconds: cpu,
      peak_rss_bytes: number(row.peak_rss_bytes),
      ...judge(result, checksums.get(work) ?? null),
      checksum: text(row.checksum),
      capacity_before: capacity,
      capacity_after: after,
      foreign_cpu_seconds: foreign,
      baseline_seconds: baseline
    };
    append(sample, measuresOf(row, runId, sampleId));
    capacity = after;
    taken += 1;
    watcher.done(sample);
  }
  return taken;
}
