import {type FilterChoice} from "../queries/filterChoices.ts";
import {type Chooser, chooser} from "./chooser.ts";
import {element} from "./element.ts";
import {filterProblems} from "./filterProblems.ts";
import {type FilterName, filterNames, type FilterState, noFilter} from "./filterState.ts";
import {families} from "./toolFamily.ts";

export interface FilterForm {
  readonly form: HTMLFormElement;
  readonly read: () => FilterState;
  readonly write: (state: FilterState) => void;
  /** A sentence for each value that no list offers. */
  readonly problems: (state: FilterState) => string[];
}

const labels: Readonly<Record<FilterName, string>> = {
  family: "Family",
  tool: "Tool",
  start_method: "Start method",
  python_build: "Python build",
  workload: "What a task does",
  machine: "Machine",
  platform: "Platform",
  run: "Run",
  from: "Measured from",
  until: "Measured until"
};

/** The filters of an analysis: a list each, with the number of samples behind every choice, a first and a last day. */
export function filterForm(choices: readonly FilterChoice[], document: Document): FilterForm {
  const make = element(document);
  const lists = new Map<FilterName, {control: Chooser; values: readonly string[]}>();
  for (const name of filterNames) {
    if (name === "from" || name === "until") continue;
    const found =
      name === "family"
        ? families.map((value) => ({value, text: value}))
        : choices
            .filter(({axis}) => axis === name)
            .map(({value, samples}) => ({value, text: `${value} (${samples.toLocaleString("en-GB")} samples)`}));
    const control = chooser(`filter-${name}`, labels[name], [{value: "", text: "all"}, ...found], document);
    lists.set(name, {control, values: found.map(({value}) => value)});
  }
  const days = new Map(
    (["from", "until"] as const).map((name) => [
      name,
      make("input", {type: "date", id: `control-filter-${name}`, name: `filter-${name}`})
    ])
  );
  const reset = make("button", {type: "reset"}, ["Clear filters"]);
  const form = make("form", {class: "controls filters", "aria-label": "Filters"}, [
    ...[...lists.values()].map(({control}) => control.node),
    ...[...days].map(([name, day]) =>
      make("div", {class: "control"}, [make("label", {for: day.id}, [labels[name]]), day])
    ),
    make("div", {class: "control"}, [reset])
  ]);
  return {
    form,
    read: () => {
      const set = Object.fromEntries([...lists].map(([name, {control}]) => [name, control.read()]));
      return {...noFilter, ...set, ...Object.fromEntries([...days].map(([name, day]) => [name, day.value]))};
    },
    write: (state) => {
      for (const [name, {control}] of lists) control.write(state[name]);
      for (const [name, day] of days) day.value = state[name];
    },
    problems: (state) => [
      ...[...lists].flatMap(([name, {values}]) => filterProblems(name, state[name], values)),
      ...[...days.keys()].flatMap((name) => filterProblems(name, state[name], "day"))
    ]
  };
}
