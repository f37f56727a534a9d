import {type Cell, toolKey} from "./cell.ts";
import {type ProtocolResult, runProtocol} from "./runProtocol.ts";
import {adapterModule} from "./tools.ts";

/** Seconds of plain loop by which the serial cost of a cell's tasks is told. */
const serialBudgetSeconds = 0.15;

/** Runs cells, each in a fresh process of its tool's Python. */
export interface Runner {
  run(cell: Cell, iterations: number | null): Promise<ProtocolResult>;
  /** What one of the cell's tasks takes in a plain loop, and the checksum of all of them if wanted; nulls on failure. */
  serialReference(
    cell: Cell,
    iterations: number | null,
    wantChecksum: boolean
  ): Promise<{readonly taskSeconds: number | null; readonly checksum: string | null}>;
}

/** What a runner needs: which Python a tool runs in (or why it cannot), where the protocol is, how long a cell may take. */
export interface RunnerOptions {
  readonly pythonOf: (tool: string) => {readonly command: string} | {readonly missing: string};
  readonly protocol: string;
  readonly importPaths: readonly string[];
  readonly timeoutSeconds: (cell: Cell) => number;
  readonly mark: string;
  readonly signal?: AbortSignal;
}

function request(cell: Cell, iterations: number | null) {
  return {
    adapter: adapterModule(cell.tool),
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
    workers: cell.workers
  };
}

/** A runner over real processes. */
export function makeRunner(options: RunnerOptions): Runner {
  const {pythonOf, protocol, importPaths, timeoutSeconds, mark, signal} = options;
  const start = async (cell: Cell, body: object): Promise<ProtocolResult> => {
    const python = pythonOf(cell.tool);
    if ("missing" in python) return {row: {}, outcome: "unsupported", detail: python.missing, wallSeconds: 0};
    return runProtocol(body, {
      python: python.command,
      protocol,
      importPaths,
      timeoutSeconds: timeoutSeconds(cell),
      mark,
      signal
    });
  };
  return {
    run: (cell, iterations) => start(cell, request(cell, iterations)),
    async serialReference(cell, iterations, wantChecksum) {
      const body = {
        ...request(cell, iterations),
        serial_budget_seconds: serialBudgetSeconds,
        want_checksum: wantChecksum
      };
      const {row, outcome, detail} = await start(cell, body);
      if (outcome !== "ok" && outcome !== "unsupported" && !signal?.aborted)
        process.stderr.write(`no serial reference for ${toolKey(cell)} ${cell.workload}: ${detail}\n`);
      const taskSeconds = typeof row.task_seconds_serial === "number" ? row.task_seconds_serial : null;
      return {taskSeconds, checksum: typeof row.checksum === "string" ? row.checksum : null};
    }
  };
}
