import {toolName} from "../model/toolName.ts";

/** What tells one measured series from another: the tool, how it was set up and how its processes start. */
export interface SeriesKey {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
}

/** The name of a series as a reader of Python knows it: `ProcessPoolExecutor · spawn`. */
export function seriesLabel({tool, variant, start_method}: SeriesKey): string {
  const name = toolName({tool, variant});
  return start_method && start_method !== "none" ? `${name} · ${start_method}` : name;
}
