import type {Fit, Parameters} from "../../src/model/fit.ts";

const free: Parameters = {
  call: 0,
  chunk: 0,
  workerChunk: 0,
  item: 0,
  byteIn: 0,
  byteOut: 0,
  stored: 0,
  efficiency: 1,
  apart: 0,
  poll: 0
};

function fit(
  [tool, variant, startMethod]: readonly [string, string, Fit["startMethod"]],
  parameters: Partial<Parameters>,
  startSeconds: number,
  form: Fit["form"] = "additive"
): Fit {
  return {
    machine: "made-up",
    tool,
    variant,
    startMethod,
    pythonBuild: "gil",
    form,
    parameters: {...free, ...parameters},
    intervals: {},
    fitted: [],
    logCovariance: [],
    residualSd: 0.04,
    startup: [{workers: 2, importSeconds: 0.01, startSeconds, firstSeconds: 0.005, stopSeconds: 0.002}],
    idleBytesAWorker: 1e7,
    cores: 2,
    ranges: {tasks: [1, 1e5], seconds: [1e-6, 1], workers: [1, 2], waitingWorkers: [1, 64], payload: [0, 1e8]},
    evidence: {cells: 20, samples: 200, heldoutMedian: 1.03, heldoutP90: 1.1, asOf: "2026-01-01"},
    tried: []
  };
}

/** Fits with round numbers: no measurement, only what the planner's tests compute with. */
export const someFits: readonly Fit[] = [
  {...fit(["serial", "default", "none"], {}, 0), startup: [], residualSd: 0.01},
  fit(
    ["multiprocessing", "pool", "spawn"],
    {call: 5e-4, chunk: 2e-4, item: 1e-6, byteIn: 2e-9, byteOut: 3e-9, efficiency: 0.95},
    0.08
  ),
  fit(
    ["multiprocessing", "pool", "fork"],
    {call: 5e-4, chunk: 2e-4, item: 1e-6, byteIn: 2e-9, byteOut: 3e-9, efficiency: 0.95},
    0.01
  ),
  fit(
    ["concurrent-futures-process", "default", "fork"],
    {chunk: 1e-4, workerChunk: 5e-5, byteIn: 2e-9, byteOut: 3e-9, efficiency: 0.94},
    0.02
  ),
  fit(["concurrent-futures-thread", "default", "none"], {chunk: 2e-5, workerChunk: 1e-5, efficiency: 0.98}, 1e-4),
  fit(
    ["joblib", "loky", "none"],
    {call: 2e-3, chunk: 3e-4, item: 2e-6, byteIn: 4e-9, byteOut: 4e-9, efficiency: 0.95},
    0.3,
    "overlap"
  ),
  fit(["asyncio", "default", "none"], {chunk: 1e-5, item: 5e-6}, 1e-3)
];
