import {effortWeights} from "../model/effortLines.ts";
import {type Workload} from "../model/workload.ts";
import {type NumberField, workloadFields} from "../model/workloadFields.ts";
import {type Chooser, chooser} from "./chooser.ts";
import {element} from "./element.ts";
import {logSlider, type Slider, type SliderOptions} from "./logSlider.ts";
import {radioGroup} from "./radioGroup.ts";

export interface PlannerControls {
  readonly form: HTMLFormElement;
  /** Names and texts, as they would stand in the address. */
  readonly read: () => Record<string, string>;
  readonly write: (workload: Workload) => void;
  /** Marks the fields whose names are among these as wrong. */
  readonly mark: (names: readonly string[]) => void;
}

type OwnSliderOptions = Pick<SliderOptions, "slider" | "lowest" | "scale" | "hint">;

const sliders: Readonly<Record<string, OwnSliderOptions>> = {
  tasks: {slider: [1, 1e9]},
  seconds: {slider: [1e-6, 86_400]},
  cores: {slider: [1, 128]},
  workers: {slider: [1, 128], lowest: {empty: "as many as cores; 64 for waiting"}},
  payload_in: {slider: [1, 1e9], lowest: "zero"},
  payload_out: {slider: [1, 1e9], lowest: "zero"},
  cv: {slider: [0, 3], scale: "linear"},
  runs_a_day: {slider: [1, 100_000]},
  imports: {
    slider: [0.01, 60],
    lowest: "zero",
    hint:
      "New worker processes import again before their first task; forks, threads and workers that stand ready do not. " +
      'To measure: `time python -c "import pandas"`, or what your tasks need; `python -X importtime` names the slow modules.'
  },
  chunk: {slider: [1, 1e6], lowest: {empty: "the tool's own default"}},
  effort_weight: {slider: [0, 1], scale: "linear"},
  cost_weight: {slider: [0, 1], scale: "linear"},
  hosts: {slider: [1, 100]},
  memory_gib: {slider: [0.5, 1024], lowest: {empty: "no limit"}}
};

const texts: Readonly<Record<string, string>> = {
  "cpu-gil": "computes in Python (holds the GIL)",
  "cpu-releases-gil": "computes in C or NumPy (releases the GIL)",
  waiting: "waits (network, disk, sleep)",
  "start_method:none": "as the platform has it",
  linux: "Linux",
  windows: "Windows",
  macos: "macOS",
  "need:none": "nothing",
  "need:state": "state, or new tasks while it runs",
  "need:queue": "a queue that outlives its sender",
  "need:history": "a schedule and a history of runs",
  "python:any": "any",
  "licence:any": "any",
  permissive: "permissive (MIT, BSD, Apache, PSF)"
};

/** A question with two answers: what it is called, and the answers to no and yes. */
const flags: Readonly<Record<string, readonly [string, string, string]>> = {
  warm: ["Workers", "start with the run (cold)", "stand ready (warm)"],
  no_service: ["A service that runs all the time", "is allowed", "is not"]
};

const groups = [
  {legend: "Your work", names: ["tasks", "seconds", "kind"]},
  {legend: "Your machine", names: ["cores", "platform", "start_method"]},
  {legend: "How often, and your imports", names: ["warm", "runs_a_day", "imports"]},
  {legend: "Data, spread, chunks", names: ["workers", "payload_in", "payload_out", "cv", "chunk"]},
  {legend: "Limits and needs", names: ["hosts", "memory_gib", "need", "python", "licence", "no_service"]},
  {legend: "What counts: speed, effort, cost", names: ["effort_weight", "cost_weight"]}
];

const notes: Readonly<Record<string, string>> = {
  "What counts: speed, effort, cost": `Speed has what the two leave. Effort counts lines of code: the tool's adapter, ${effortWeights.distribution} for each distribution it installs and ${effortWeights.service} for each service beside it. Cost counts cores times seconds, which any price multiplies. The ranking then goes by the product of the three, each to the power of its weight.`
};

/** The planner's form: a slider and a number field for each number, made from the one definition of the workload. */
export function plannerControls(document: Document): PlannerControls {
  const make = element(document);
  const numbers = new Map<string, Slider>();
  const choices = new Map<string, Chooser>();
  for (const field of workloadFields) {
    const {name, label} = field;
    if (field.type === "number" && sliders[name]) numbers.set(name, numberControl(field, document));
    if (field.type === "choice") {
      const values = field.values.map((value) => ({value, text: texts[`${name}:${value}`] ?? texts[value] ?? value}));
      const control = name === "kind" ? radioGroup : chooser;
      choices.set(name, control(name, name === "start_method" ? "Start method" : label, values, document));
    }
    if (field.type === "flag") {
      const [legend, no, yes] = flags[name] ?? [label, "no", "yes"];
      const answers = [
        {value: "false", text: no},
        {value: "true", text: yes}
      ];
      choices.set(name, radioGroup(name, legend, answers, document));
    }
  }
  const form = make(
    "form",
    {class: "controls", "aria-label": "Your workload", novalidate: true},
    groups.map(({legend, names}, place) => {
      const nodes = names.flatMap((name) => numbers.get(name)?.node ?? choices.get(name)?.node ?? []);
      return place < 2
        ? make("fieldset", {}, [make("legend", {}, [legend]), ...nodes])
        : make("details", {open: place === 2}, [
            make("summary", {}, [legend]),
            ...nodes,
            notes[legend] ? make("p", {class: "hint"}, [notes[legend]]) : null
          ]);
    })
  );
  return {
    form,
    read: () =>
      Object.fromEntries([
        ...[...numbers].map(([name, {read}]) => [name, read()]),
        ...[...choices].map(([name, {read}]) => [name, read()])
      ]),
    write: (workload) => {
      for (const {name, key} of workloadFields) {
        const value = workload[key];
        numbers.get(name)?.write(value as number | null);
        choices.get(name)?.write(String(value));
      }
    },
    mark: (names) => {
      for (const [name, {mark}] of numbers) mark(names.includes(name));
    }
  };
}

function numberControl({name, label, unit, minimum, maximum, whole}: NumberField, document: Document): Slider {
  const {slider, ...rest} = sliders[name] as OwnSliderOptions;
  return logSlider(
    {
      name,
      label,
      unit: name.endsWith("_weight") ? "%" : unit === "s" || unit === "byte" ? unit : "1",
      slider,
      minimum,
      maximum,
      whole,
      ...rest
    },
    document
  );
}
