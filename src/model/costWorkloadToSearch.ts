import {costFields} from "./costFields.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** Sets in `search` what `parseCostWorkload` reads back; values at their default are taken out, other names are left alone. */
export function costWorkloadToSearch(workload: CostWorkload, search = new URLSearchParams()): URLSearchParams {
  for (const {key, name, default: standard} of costFields) {
    const value = workload[key];
    if (value === standard) search.delete(name);
    else search.set(name, value === null ? "" : String(value));
  }
  return search;
}
