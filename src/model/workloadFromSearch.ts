import {type ParsedWorkload, parseWorkload} from "./parseWorkload.ts";

/** Reads the workload out of a page address's search part (`?tasks=100&seconds=0.01`). Names it does not know are left alone. */
export function workloadFromSearch(search: string): ParsedWorkload {
  return parseWorkload(Object.fromEntries(new URLSearchParams(search)));
}
