import {type SampleFilter} from "../queries/query.ts";

export const filterNames = [
  "family",
  "tool",
  "start_method",
  "python_build",
  "workload",
  "machine",
  "run",
  "from"
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
  run: "",
  from: ""
};

/** The filters of a page address; a name it does not hold is not set. */
export function filterFromSearch(search: string): FilterState {
  const found = new URLSearchParams(search);
  return Object.fromEntries(filterNames.map((name) => [name, found.get(name) ?? ""])) as FilterState;
}

/** The search part of an address that `filterFromSearch` reads back. */
export function filterToSearch(state: FilterState): string {
  const made = new URLSearchParams();
  for (const name of filterNames) if (state[name] !== "") made.set(name, state[name]);
  const text = made.toString();
  return text === "" ? "" : `?${text}`;
}

/** The filter as the views take it; the family is told by tool and variant, so it narrows rows, not samples. */
export function sampleFilter({
  tool,
  start_method,
  python_build,
  workload,
  machine,
  run,
  from
}: FilterState): SampleFilter {
  const one = (value: string) => (value === "" ? [] : [value]);
  return {
    tools: one(tool),
    startMethods: one(start_method),
    pythonBuilds: one(python_build),
    workloads: one(workload),
    machines: one(machine),
    runs: one(run),
    ...(from === "" ? {} : {from})
  };
}
