import {isSerial, runsInCaller, usesThreads} from "../model/toolTraits.ts";

export const families = ["processes", "threads", "coroutines", "one thread"] as const;
export type Family = (typeof families)[number];

/** What a tool works with: processes, threads, coroutines or one thread. */
export function toolFamily({tool, variant}: {readonly tool: string; readonly variant: string}): Family {
  const named = {tool, variant, pythonBuild: "gil"} as const;
  if (isSerial(named)) return "one thread";
  if (usesThreads(named)) return "threads";
  return runsInCaller(named) ? "coroutines" : "processes";
}
