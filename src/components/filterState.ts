import {type SampleFilter} from "../queries/query.ts";
import {setInSearch} from "./setInSearch.ts";

export const filterNames = [
  "family",
  "tool",
  "start_method",
  "python_build",
  "workload",
  "machine",
  "platform",
  "run",
  "from",
  "until"
] as const;
export type FilterName = (typeof filterNames)[number];

/** What the filters are set to; an empty text does not narrow. */
export type FilterState = Readonly<Record<FilterName, string>>;

export const noFilter: FilterState = {
  family: "",
  tool: "",
  start_method: "",
  python_build: "",
  workload: "",
  machine: "",
  platform: "",
  run: "",
  from: "",
  until: ""
};

/** The filters of a page address; a name it does not hold is not set. */
export function filterFromSearch(search: string): FilterState {
  const found = new URLSearchParams(search);
  return Object.fromEntries(filterNames.map((name) => [name, found.get(name) ?? ""])) as FilterState;
}

/** The search part of an address that `filterFromSearch` reads back; what else the address holds stays. */
export function filterToSearch(state: FilterState, search = ""): string {
  return setInSearch(search, Object.fromEntries(filterNames.map((name) => [name, state[name] || null])));
}

/** The filter as the views take it; the family is told by tool and variant, so it narrows rows, not samples. */
export function sampleFilter({
  tool,
  start_method,
  python_build,
  workload,
  machine,
  platform,
  run,
  from,
  until
}: FilterState): SampleFilter {
  const one = (value: string) => (value === "" ? [] : [value]);
  return {
    tools: one(tool),
    startMethods: one(start_method),
    pythonBuilds: one(python_build),
    workloads: one(workload),
    machines: one(machine),
    platforms: one(platform),
    runs: one(run),
    ...(from === "" ? {} : {from}),
    ...(until === "" ? {} : {until})
  };
}
