import type {Cell} from "../../bench/cell.ts";

/** A small cell of the fake tool; `variant` says how it misbehaves. */
export function fakeCell(variant: string, changes: Partial<Cell> = {}): Cell {
  return {
    experiment: "dispatch",
    tool: "fake",
    variant,
    startMethod: "none",
    workload: "noop",
    kind: "cpu-gil",
    pattern: "independent",
    taskCount: 10,
    taskSeconds: null,
    chunkSize: null,
    payloadInBytes: 0,
    payloadOutBytes: 0,
    workers: 1,
    dataBytes: null,
    rttSeconds: 0,
    taskCv: 0,
    distribution: "constant",
    ...changes
  };
}
