import {gates} from "../model/ratingGate.ts";
import {groups, type RatingData} from "../model/ratingData.ts";
import {sevenCriteria} from "../schema/rating.ts";
import {chooser} from "./chooser.ts";
import {type ComparisonState} from "./comparisonState.ts";
import {element} from "./element.ts";
import {logSlider} from "./logSlider.ts";

export interface ComparisonControls {
  readonly form: HTMLFormElement;
  /** As they would stand in the address; `weights` is empty where a weight is no number. */
  readonly read: () => Record<string, string>;
  readonly write: (state: ComparisonState) => void;
}

/** The form of the comparison: category, kind of work, search, sorting, gates and weights. */
export function comparisonControls(data: RatingData, document: Document): ComparisonControls {
  const make = element(document);
  const group = chooser(
    "group",
    "Category",
    [{value: "all", text: "all"}, ...Object.entries(groups).map(([value, text]) => ({value, text}))],
    document
  );
  const profile = chooser(
    "profile",
    "Kind of work: sets weights and gates",
    [{value: "", text: "equal weights"}, ...data.profiles.map(({id, name}) => ({value: id, text: `${id}: ${name}`}))],
    document
  );
  const sort = chooser(
    "sort",
    "Sorted by",
    [
      {value: "total", text: "total"},
      {value: "name", text: "name"},
      ...sevenCriteria.map(({key, id, name}) => ({value: key, text: `${id} ${name}`}))
    ],
    document
  );
  const find = make("input", {type: "search", id: "control-find", name: "find", autocomplete: "off"});
  const boxes = Object.entries(gates).map(([key, text]) => {
    const input = make("input", {type: "checkbox", id: `control-gate-${key}`, name: "gate", value: key});
    return {key, input, node: make("div", {class: "choice"}, [input, make("label", {for: input.id}, [text])])};
  });
  const sliders = sevenCriteria.map(({key, id, name}) => ({
    key,
    slider: logSlider(
      {
        ...{name: `weight-${key}`, label: `${id} ${name}`, unit: "1", slider: [0, 60], minimum: 0, maximum: 100},
        ...{scale: "linear" as const, whole: true}
      },
      document
    )
  }));
  const form = make(
    "form",
    {class: "controls comparison-controls", "aria-label": "What to compare", novalidate: true},
    [
      make("fieldset", {}, [
        make("legend", {}, ["What to compare"]),
        group.node,
        profile.node,
        sort.node,
        make("div", {class: "control"}, [make("label", {for: find.id}, ["Search in names and words"]), find])
      ]),
      make("details", {}, [make("summary", {}, ["Gates: what must hold"]), ...boxes.map(({node}) => node)]),
      make("details", {}, [
        make("summary", {}, ["Weights of the seven criteria"]),
        ...sliders.map(({slider}) => slider.node)
      ]),
      make("button", {type: "reset"}, ["Start again"])
    ]
  );
  return {
    form,
    read: () => ({
      group: group.read(),
      profile: profile.read(),
      sort: sort.read(),
      find: find.value,
      gates: boxes.flatMap(({key, input}) => (input.checked ? [key] : [])).join(","),
      weights: sliders.map(({slider}) => slider.read()).join(",")
    }),
    write: (state) => {
      group.write(state.group);
      profile.write(state.profile);
      sort.write(state.sort);
      if (find.value !== state.find) find.value = state.find;
      for (const {key, input} of boxes) input.checked = (state.gates as readonly string[]).includes(key);
      for (const {key, slider} of sliders) slider.write(state.weights[key] ?? 0);
    }
  };
}
