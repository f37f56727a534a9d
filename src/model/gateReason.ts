import type {Fit} from "./fit.ts";
import {isSerial, runsInCaller, spreads, usesThreads} from "./toolTraits.ts";
import {type Workload, workersOf} from "./workload.ts";

const gib = 2 ** 30;

/** Why a tool is out of the question for a workload, or null: requirements come before speed. */
export function gateReason(fit: Fit, workload: Workload): string | null {
  if (isSerial(fit)) return null;
  const {platform, startMethod, hosts, memoryGib} = workload;
  const inProcess = usesThreads(fit) || runsInCaller(fit);
  if (hosts > 1 && !spreads(fit)) return `runs on one machine; you have ${hosts}`;
  if (platform === "windows" && (fit.startMethod === "fork" || fit.startMethod === "forkserver"))
    return `Windows has no ${fit.startMethod}`;
  if (platform === "macos" && fit.startMethod === "fork")
    return "fork is not safe on macOS, where spawn is the default";
  if (startMethod !== "none" && fit.startMethod !== "none" && fit.startMethod !== startMethod)
    return `measured with ${fit.startMethod}; you asked for ${startMethod}`;
  if (platform === "windows" && fit.tool === "concurrent-futures-process" && workersOf(workload) > 61)
    return "takes at most 61 workers on Windows";
  if (memoryGib !== null && fit.idleBytesAWorker !== null && !inProcess) {
    const needed = workersOf(workload) * (fit.idleBytesAWorker + workload.payloadIn + workload.payloadOut);
    if (needed > memoryGib * gib)
      return `needs ${(needed / gib).toFixed(1)} GiB for its workers; you have ${memoryGib}`;
  }
  return null;
}
