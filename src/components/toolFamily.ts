export const families = ["processes", "threads", "coroutines", "one thread"] as const;
export type Family = (typeof families)[number];

const threads = new Set([
  "concurrent-futures-thread|default",
  "threading|queue",
  "asyncio|to-thread",
  "joblib|threading"
]);

/** What a tool works with: processes, threads, coroutines or one thread. */
export function toolFamily({tool, variant}: {readonly tool: string; readonly variant: string}): Family {
  if (tool.startsWith("serial")) return "one thread";
  if (threads.has(`${tool}|${variant}`)) return "threads";
  return tool === "asyncio" ? "coroutines" : "processes";
}
