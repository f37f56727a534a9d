import type {Fit} from "./fit.ts";
import {isSerial, runsInCaller, usesThreads} from "./toolTraits.ts";

export const toolGroups = ["loop", "coroutines", "threads", "processes"] as const;
/** What a tool's cost is made of: Python in the caller, threads and their locks, processes and their pipes. */
export type ToolGroup = (typeof toolGroups)[number];

/** The group of a tool: machines differ in processes, in threads and in plain Python by different ratios. */
export function toolGroup(fit: Pick<Fit, "tool" | "variant" | "pythonBuild">): ToolGroup {
  if (isSerial(fit)) return "loop";
  if (runsInCaller(fit)) return "coroutines";
  return usesThreads(fit) ? "threads" : "processes";
}
