import {element} from "./element.ts";
import {formatUnit} from "../schema/formatUnit.ts";

export interface SliderOptions {
  /** The name in the form and in the address. */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** The ends of the slider; the number field may allow more. */
  readonly slider: readonly [number, number];
  readonly minimum: number;
  readonly maximum: number;
  readonly whole?: boolean;
  readonly scale?: "log" | "linear";
  /** What the lowest position stands for, where it is not the slider's lower end: 0, or an empty field with this meaning. */
  readonly lowest?: "zero" | {readonly empty: string};
  /** Sentences below: what the number means, or how to find it; `code` between backticks. */
  readonly hint?: string;
}

export interface Slider {
  readonly node: HTMLElement;
  /** The text of the number field, as it would stand in the address. */
  readonly read: () => string;
  readonly write: (value: number | null) => void;
  readonly mark: (invalid: boolean) => void;
}

const positions = 400;

/** A slider and a number field for the same value; the slider says its value in human units. */
export function logSlider(options: SliderOptions, document: Document): Slider {
  const {name, label, unit, slider, minimum, maximum, whole = false, scale = "log", lowest, hint} = options;
  const make = element(document);
  const log = scale === "log";
  const id = `control-${name}`;
  const [first, last] = slider;
  const range = make("input", {
    type: "range",
    id: `${id}-slider`,
    min: log ? 0 : first,
    max: log ? positions : last,
    step: log ? 1 : whole ? 1 : (last - first) / 30,
    "aria-label": `${label}, slider`
  });
  const empty = typeof lowest === "object" ? lowest.empty : null;
  const number = make("input", {
    type: "number",
    id,
    name,
    min: minimum,
    max: maximum,
    step: whole ? 1 : "any",
    inputmode: whole ? "numeric" : "decimal",
    required: empty === null,
    placeholder: empty,
    "aria-describedby": hint ? `${id}-value ${id}-hint` : `${id}-value`
  });
  const shown = make("output", {id: `${id}-value`, for: `${id} ${id}-slider`});
  const codeOrText = (text: string, place: number) => (place % 2 === 1 ? make("code", {}, [text]) : text);
  const span = Math.log(last / first);
  const from = lowest === undefined ? 0 : 1;

  const toPosition = (value: number | null) => {
    if (!log) return value ?? first;
    if (value === null || value < first) return 0;
    return from + (Math.log(Math.min(value, last) / first) / span) * (positions - from);
  };
  const toText = (position: number) => {
    if (!log) return String(Number(position.toPrecision(2)));
    if (position < from) return lowest === "zero" ? "0" : "";
    const value = first * Math.exp(((position - from) / (positions - from)) * span);
    // Two digits: what a reader would type; the ends stay exact.
    const neat = Math.min(last, Math.max(first, Number(value.toPrecision(2))));
    return String(whole ? Math.round(neat) : neat);
  };
  const say = () => {
    const text = number.value.trim();
    const value = text === "" ? (empty ?? "empty") : formatUnit(Number(text), unit);
    if (shown.textContent === value) return;
    shown.textContent = value;
    range.setAttribute("aria-valuetext", value);
  };

  range.addEventListener("input", () => {
    number.value = toText(Number(range.value));
    say();
  });
  number.addEventListener("input", () => {
    const text = number.value.trim();
    range.value = String(toPosition(text === "" ? null : Number(text)));
    say();
  });
  return {
    node: make("div", {class: "control"}, [
      make("div", {class: "control-head"}, [make("label", {for: id}, [label]), shown]),
      make("div", {class: "control-pair"}, [range, number]),
      hint ? make("p", {class: "hint", id: `${id}-hint`}, hint.split("`").map(codeOrText)) : null
    ]),
    read: () => number.value.trim(),
    write: (value) => {
      number.value = value === null ? "" : String(value);
      range.value = String(toPosition(value));
      say();
    },
    mark: (invalid) => number.setAttribute("aria-invalid", String(invalid))
  };
}
