import type {Workload} from "./workload.ts";
import {workloadFields} from "./workloadFields.ts";

/** The search part of the address that `workloadFromSearch` reads back; values at their default are left out. */
export function workloadToSearch(workload: Workload): string {
  const search = new URLSearchParams();
  for (const {key, name, default: standard} of workloadFields) {
    const value = workload[key];
    if (value !== standard) search.set(name, value === null ? "" : String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
