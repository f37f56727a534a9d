import type {Fit} from "./fit.ts";
import type {ToolFacts, ToolFactsBySlug} from "./toolFacts.ts";
import {isSerial, runsInCaller, spreads, usesThreads} from "./toolTraits.ts";
import {type Need, type Workload, workersOf} from "./workload.ts";

const gib = 2 ** 30;

const permissive = /^(MIT|BSD|Apache|PSF|ISC|Python-2)/i;

const lacks: Readonly<Record<Exclude<Need, "none">, string>> = {
  state: "keeps no state and takes no new tasks while it runs",
  queue: "its tasks are lost when the program that sends them ends",
  history: "keeps no schedule and no history of runs"
};

/** Whether a tool has what a workload needs beside speed; null: not recorded. */
function has(facts: ToolFacts | undefined, need: Exclude<Need, "none">): boolean | null {
  if (!facts) return null;
  if (need === "state") return facts.state;
  return facts.kind === "orchestrator" || (need === "queue" && facts.kind === "queue");
}

/** Why a tool's description rules it out, or null. What is not recorded counts against it, and is named. */
function factReason(
  facts: ToolFacts | undefined,
  {platform, need, python, licence, noService}: Workload
): string | null {
  if (facts?.platforms && !facts.platforms.includes(platform))
    return `does not run on ${{linux: "Linux", windows: "Windows", macos: "macOS"}[platform]}`;
  if (need !== "none") {
    const there = has(facts, need);
    if (there === null) return `whether it has what you need (${need}) is not recorded`;
    if (!there) return lacks[need];
  }
  if (python !== "any") {
    const minor = Number(python.split(".")[1]);
    if (!facts?.pythonStated) return "which Python it takes is not recorded";
    if (facts.pythonFrom !== null && minor < facts.pythonFrom) return `takes Python 3.${facts.pythonFrom} or newer`;
    if (facts.pythonTo !== null && minor > facts.pythonTo) return `takes Python up to 3.${facts.pythonTo}`;
  }
  if (noService) {
    if (!facts || facts.service === null) return "whether it needs a service that runs all the time is not recorded";
    if (facts.service) return "needs a service that runs all the time; you asked for none";
  }
  if (licence === "permissive") {
    if (!facts || facts.licence === null) return "its licence is not recorded";
    if (!permissive.test(facts.licence)) return `its licence is ${facts.licence}; you asked for a permissive one`;
  }
  return null;
}

/**
 * Why a tool is out of the question for a workload, or null: requirements come before speed. `facts` are the tools'
 * descriptions by slug; without them only what was measured decides, and what only they could answer counts against a tool.
 */
export function gateReason(fit: Fit, workload: Workload, facts: ToolFactsBySlug = {}): string | null {
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
  return factReason(facts[fit.tool], workload);
}
