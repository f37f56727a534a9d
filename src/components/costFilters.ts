import {type PriceRow} from "../schema/cloud.ts";
import {type PriceFilter} from "../queries/prices.ts";
import {chooser} from "./chooser.ts";
import {costProvider} from "./costProvider.ts";
import {element} from "./element.ts";
import {filterProblems} from "./filterProblems.ts";

export const noPriceFilter: PriceFilter = {provider: "", region: "", architecture: "", from: ""};
export const priceFilterNames = ["provider", "region", "architecture", "from"] as const;

export interface CostFilters {
  readonly form: HTMLFormElement;
  readonly read: () => PriceFilter;
  readonly write: (filter: PriceFilter) => void;
  /** A sentence for each value that no list offers. */
  readonly problems: (filter: PriceFilter) => readonly string[];
}

/** The filters of the prices, with the number of prices behind every choice, and a first day. */
export function costFilters(prices: readonly PriceRow[], document: Document): CostFilters {
  const make = element(document);
  const counted = (name: "provider" | "region" | "architecture") => {
    const counts = new Map<string, number>();
    for (const row of prices) counts.set(row[name], (counts.get(row[name]) ?? 0) + 1);
    return [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .filter(([value]) => value !== "global" && value !== "any");
  };
  const lists = (["provider", "region", "architecture"] as const).map((name) => {
    const values = counted(name);
    const word = (value: string) => (name === "provider" ? costProvider(value).name : value);
    const choices = values.map(([value, count]) => ({value, text: `${word(value)} (${count} prices)`}));
    const label = {provider: "Provider", region: "Region", architecture: "Processor"}[name];
    const control = chooser(`filter-${name}`, label, [{value: "", text: "all"}, ...choices], document);
    return {name, control, values: values.map(([value]) => value)};
  });
  const day = make("input", {type: "date", id: "control-filter-from", name: "filter-from"});
  const reset = make("button", {type: "reset"}, ["Clear filters"]);
  const form = make("form", {class: "controls filters", "aria-label": "Filters of the prices"}, [
    ...lists.map(({control}) => control.node),
    make("div", {class: "control"}, [make("label", {for: day.id}, ["Prices read from"]), day]),
    make("div", {class: "control"}, [reset])
  ]);
  return {
    form,
    read: () => ({
      ...noPriceFilter,
      ...Object.fromEntries(lists.map(({name, control}) => [name, control.read()])),
      from: day.value
    }),
    write: (filter) => {
      for (const {name, control} of lists) control.write(filter[name]);
      day.value = filter.from;
    },
    problems: (filter) => [
      ...lists.flatMap(({name, values}) => filterProblems(name, filter[name], values)),
      ...filterProblems("from", filter.from, "day")
    ]
  };
}
