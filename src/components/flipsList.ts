import {type Flip} from "../model/answer.ts";
import {element} from "./element.ts";
import {formatUnit} from "../schema/formatUnit.ts";

const sentences: Readonly<Record<Flip["axis"], (edge: string, above: boolean) => string>> = {
  tasks: (edge, above) =>
    above ? `from ${edge} tasks on` : edge === "1" ? "with a single task" : `with ${edge} tasks or fewer`,
  seconds: (edge, above) => (above ? `if a task takes ${edge} or longer` : `if a task takes ${edge} or less`),
  cores: (edge, above) =>
    above ? `with ${edge} cores or more` : edge === "1" ? "with a single core" : `with ${edge} cores or fewer`,
  payload: (edge, above) => (above ? `if each task is sent ${edge} or more` : `if each task is sent ${edge} or less`),
  runs_a_day: (edge, above) =>
    above ? `if ${edge} runs or more share a start` : `if ${edge} runs or fewer share a start`,
  effort_weight: (edge, above) => (above ? `if effort counts ${edge} or more` : `if effort counts ${edge} or less`),
  cost_weight: (edge, above) => (above ? `if cost counts ${edge} or more` : `if cost counts ${edge} or less`)
};
const units = {
  tasks: "1",
  seconds: "s",
  cores: "1",
  payload: "byte",
  runs_a_day: "1",
  effort_weight: "%",
  cost_weight: "%"
} as const;

/** A flip in plain words: `joblib loky instead, if a task takes 120 ms or longer`. */
export function flipText({axis, at, direction, to}: Flip, name: (tool: string) => string): string {
  return `${name(to)} instead, ${sentences[axis](formatUnit(at, units[axis]), direction === "above")}`;
}

/** What would change the answer, one input moved at a time. */
export function flipsList(flips: readonly Flip[], name: (tool: string) => string, document: Document): HTMLElement {
  const make = element(document);
  if (flips.length === 0) return make("p", {}, ["Nothing on these axes changes the recommendation."]);
  return make(
    "ul",
    {class: "flips"},
    flips.map((flip) => make("li", {}, [flipText(flip, name)]))
  );
}
