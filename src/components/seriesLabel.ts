/** What tells one measured series from another: the tool, how it was set up and how its processes start. */
export interface SeriesKey {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
}

const names: Readonly<Record<string, string>> = {
  serial: "serial loop",
  "serial-optimised": "NumPy, one thread",
  multiprocessing: "multiprocessing.Pool",
  "concurrent-futures-process": "ProcessPoolExecutor",
  "concurrent-futures-thread": "ThreadPoolExecutor",
  threading: "threading + queue",
  asyncio: "asyncio",
  "asyncio to-thread": "asyncio.to_thread",
  "joblib loky": "joblib loky",
  "joblib threading": "joblib threading"
};

/** The name of a series as a reader of Python knows it: `ProcessPoolExecutor · spawn`. */
export function seriesLabel({tool, variant, start_method}: SeriesKey): string {
  const name = names[`${tool} ${variant}`] ?? names[tool] ?? (variant === "default" ? tool : `${tool} ${variant}`);
  return start_method && start_method !== "none" ? `${name} · ${start_method}` : name;
}
