/** Names as their documentation writes them, by tool and variant. */
const names: Readonly<Record<string, string>> = {
  "serial:default": "the plain loop",
  "serial-optimised:default": "vectorised code in one thread",
  "multiprocessing:pool": "multiprocessing.Pool",
  "concurrent-futures-process:default": "ProcessPoolExecutor",
  "concurrent-futures-thread:default": "ThreadPoolExecutor",
  "threading:queue": "threads with a queue",
  "asyncio:default": "asyncio",
  "asyncio:to-thread": "asyncio.to_thread",
  "joblib:loky": "joblib (loky)",
  "joblib:threading": "joblib (threads)"
};

/** What a sentence calls a tool in one of its variants. */
export function toolName({tool, variant}: {readonly tool: string; readonly variant: string}): string {
  return names[`${tool}:${variant}`] ?? (variant === "default" ? tool : `${tool} (${variant})`);
}
