import type {Experiment} from "../src/schema/sample.ts";
import {type Cell, toolKey} from "./cell.ts";
import {type ProtocolResult, runProtocol} from "./runProtocol.ts";
import type {Services} from "./services.ts";
import {adapterModule, missingCommand, serviceOf} from "./tools.ts";

/** Seconds of plain loop by which the serial cost of a cell's tasks is told. */
const serialBudgetSeconds = 0.15;

/** Runs cells, each in a fresh process of its tool's Python. */
export interface Runner {
  run(cell: Cell, iterations: number | null): Promise<ProtocolResult>;
  /** What one of the cell's tasks takes in a plain loop, and the checksum of all of them if wanted; nulls on failure. */
  serialReference(cell: Cell, iterations: number | null, wantChecksum: boolean): Promise<SerialReference>;
}

/** What the plain loop tells of a cell's work; real payload sizes only where the work measures them, in bytes. */
export interface SerialReference {
  readonly taskSeconds: number | null;
  readonly checksum: string | null;
  readonly payloadInBytes: number | null;
  readonly payloadOutBytes: number | null;
}

/** What a runner needs: which Python a tool runs an experiment in (or why it cannot), where the protocol is, how long a cell may take. */
export interface RunnerOptions {
  readonly pythonOf: (tool: string, experiment: Experiment) => {readonly command: string} | {readonly missing: string};
  readonly protocol: string;
  readonly importPaths: readonly string[];
  readonly timeoutSeconds: (cell: Cell) => number;
  /** What runs beside the samples; without it no tool has a service. */
  readonly services?: Services;
  /** Where large inputs are kept between samples. */
  readonly dataFolder?: string;
  readonly mark: string;
  readonly signal?: AbortSignal;
}

function request(cell: Cell, iterations: number | null) {
  return {
    adapter: adapterModule(cell.tool, cell.experiment),
    experiment: cell.experiment,
    variant: cell.variant,
    start_method: cell.startMethod,
    workload: cell.workload,
    pattern: cell.pattern,
    task_count: cell.taskCount,
    task_seconds: cell.taskSeconds,
    iterations,
    chunk_size: cell.chunkSize,
    payload_in_bytes: cell.payloadInBytes,
    payload_out_bytes: cell.payloadOutBytes,
    workers: cell.workers,
    data_bytes: cell.dataBytes,
    rtt_seconds: cell.rttSeconds,
    task_cv: cell.taskCv,
    distribution: cell.distribution
  };
}

/** A runner over real processes. */
export function makeRunner(options: RunnerOptions): Runner {
  const {pythonOf, protocol, importPaths, timeoutSeconds, services, dataFolder, mark, signal} = options;
  const unsupported = (detail: string): ProtocolResult => ({row: {}, outcome: "unsupported", detail, wallSeconds: 0});
  const start = async (cell: Cell, body: object, service?: object | null): Promise<ProtocolResult> => {
    const python = pythonOf(cell.tool, cell.experiment);
    if ("missing" in python) return unsupported(python.missing);
    return runProtocol(
      {...body, service: service ?? null, data_folder: dataFolder ?? null},
      {
        python: python.command,
        protocol,
        importPaths,
        timeoutSeconds: timeoutSeconds(cell),
        mark,
        signal
      }
    );
  };
  return {
    async run(cell, iterations) {
      const python = pythonOf(cell.tool, cell.experiment);
      if ("missing" in python) return unsupported(python.missing);
      const missing = missingCommand(cell.tool);
      if (missing !== null) return unsupported(missing);
      // What it costs to begin includes the service; elsewhere it stands ready.
      const name = cell.experiment === "startup" ? null : serviceOf(cell.tool, cell.variant);
      const service = await services?.ensure(name, python.command);
      if (service && "unsupported" in service) return unsupported(String(service.unsupported));
      const result = await start(cell, request(cell, iterations), service);
      if (cell.experiment !== "fault" || result.outcome !== "oom") return result;
      return {...result, outcome: "error", detail: "the whole process died with its worker"};
    },
    async serialReference(cell, iterations, wantChecksum) {
      const body = {
        ...request(cell, iterations),
        serial_budget_seconds: serialBudgetSeconds,
        want_checksum: wantChecksum
      };
      const {row, outcome, detail} = await start(cell, body);
      if (outcome !== "ok" && outcome !== "unsupported" && !signal?.aborted)
        process.stderr.write(`no serial reference for ${toolKey(cell)} ${cell.workload}: ${detail}\n`);
      const number = (name: string) => (typeof row[name] === "number" ? row[name] : null);
      return {
        taskSeconds: number("task_seconds_serial"),
        checksum: typeof row.checksum === "string" ? row.checksum : null,
        payloadInBytes: number("payload_in_bytes"),
        payloadOutBytes: number("payload_out_bytes")
      };
    }
  };
}
