import {costFields, type CostNumberField} from "../model/costFields.ts";
import {type CostWorkload} from "../model/costWorkload.ts";
import {type Chooser} from "./chooser.ts";
import {element} from "./element.ts";
import {logSlider, type Slider, type SliderOptions} from "./logSlider.ts";
import {radioGroup} from "./radioGroup.ts";

export interface CostControls {
  readonly form: HTMLFormElement;
  /** Names and texts, as they would stand in the address. */
  readonly read: () => Record<string, string>;
  readonly write: (workload: CostWorkload) => void;
  /** Marks the fields whose names are among these as wrong. */
  readonly mark: (names: readonly string[]) => void;
}

const sliders: Readonly<Record<string, Pick<SliderOptions, "slider" | "lowest" | "scale">>> = {
  payload: {slider: [1, 1e9], lowest: "zero"},
  egress_gib: {slider: [0.01, 1e5], lowest: "zero"},
  interruptions: {slider: [0, 3], scale: "linear"},
  lambda_mb: {slider: [128, 10_240], lowest: {empty: "by its vCPUs"}},
  deadline_hours: {slider: [0.01, 720], lowest: {empty: "none"}},
  runs_a_month: {slider: [1, 100_000], lowest: "zero"},
  warm_instances: {slider: [1, 1000], lowest: "zero"},
  packing: {slider: [1, 1e6]},
  concurrency: {slider: [1, 10_000]},
  own_watts: {slider: [5, 2000], lowest: "zero"},
  own_kwh_usd: {slider: [0, 1], scale: "linear"},
  own_purchase_usd: {slider: [100, 50_000], lowest: "zero"}
};

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  free_tier: {false: "not counted", true: "counted"},
  startup: {none: "not counted", typical: "as recorded"},
  spot: {allowed: "allowed", avoided: "left out"},
  quotas: {first: "of a first account", raised: "raised"},
  cluster: {shared: "the cluster is there already", own: "its fee is this job's"},
  platform: {linux: "Linux", windows: "Windows"}
};

const groups = [
  {legend: "Your work", names: ["seconds", "tasks", "vcpu", "memory_gib", "concurrency"]},
  {
    legend: "How it is run",
    names: ["packing", "startup", "spot", "quotas", "platform", "deadline_hours", "payload", "lambda_mb"]
  },
  {
    legend: "How it is billed",
    names: ["free_tier", "cluster", "runs_a_month", "warm_instances", "steps", "egress_gib", "interruptions"]
  },
  {
    legend: "Your own machine: examples, put in yours",
    names: costFields.map(({name}) => name).filter((name) => name.startsWith("own_"))
  }
];

/** The form of the cost page: the length of a task first; made from the one definition of the inputs. */
export function costControls(document: Document): CostControls {
  const make = element(document);
  const numbers = new Map<string, Slider>();
  const choices = new Map<string, Chooser>();
  for (const field of costFields) {
    const {name, label} = field;
    if (field.type === "number") numbers.set(name, slider(field, document));
    else {
      const values = field.type === "flag" ? ["false", "true"] : field.values;
      const made = values.map((value) => ({value, text: texts[name]?.[value] ?? value}));
      choices.set(name, radioGroup(name, label, made, document));
    }
  }
  const form = make(
    "form",
    {class: "controls", "aria-label": "The work and how it is billed", novalidate: true},
    groups.map(({legend, names}, place) => {
      const nodes = names.flatMap((name) => numbers.get(name)?.node ?? choices.get(name)?.node ?? []);
      return place === 0
        ? make("fieldset", {}, [make("legend", {}, [legend]), ...nodes])
        : make("details", {}, [make("summary", {}, [legend]), ...nodes]);
    })
  );
  return {
    form,
    read: () => Object.fromEntries([...numbers, ...choices].map(([name, {read}]) => [name, read()])),
    write: (workload) => {
      for (const {name, key} of costFields) {
        numbers.get(name)?.write(workload[key] as number | null);
        choices.get(name)?.write(String(workload[key]));
      }
    },
    mark: (names) => {
      for (const [name, {mark}] of numbers) mark(names.includes(name));
    }
  };
}

function slider({name, label, unit, minimum, maximum, whole}: CostNumberField, document: Document): Slider {
  const known = sliders[name] ?? {slider: [minimum, maximum] as const};
  const words = ["s", "byte"].includes(unit) ? unit : "1";
  const told =
    unit === "" || words !== "1" || ["task", "core", "step", "run", "vCPU"].includes(unit)
      ? label
      : `${label}, ${unit}`;
  return logSlider({name, label: told, unit: words, minimum, maximum, whole, ...known}, document);
}
