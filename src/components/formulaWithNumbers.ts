import {type Ranked} from "../model/answer.ts";
import {type Fit, type Form, type ParameterName} from "../model/fit.ts";
import {type Workload} from "../model/workload.ts";
import {answerParts} from "./answerParts.ts";
import {element} from "./element.ts";
import {formatUnit} from "../schema/formatUnit.ts";

const forms: Readonly<Record<Form, string>> = {
  additive: "T = S/r + s + work + dispatch",
  overlap: "T = S/r + s + max(work, dispatch)",
  "shared-cores": "T = S/r + s + max(work, dispatch, CPU / cores)",
  partial: "T = S/r + s + max(work, dispatch) + λ · min(work, dispatch)",
  vectorised: "T = s + d · loop + n · d / gain"
};

const letters: Readonly<Record<ParameterName, readonly [string, string, "s" | "1"]>> = {
  call: ["s", "fixed cost of a call", "s"],
  chunk: ["o", "a chunk, at the dispatcher", "s"],
  workerChunk: ["w", "a chunk, at the worker", "s"],
  item: ["q", "an item, at the worker", "s"],
  byteIn: ["x in", "a byte to a task", "s"],
  byteOut: ["x out", "a byte back", "s"],
  stored: ["y", "an argument or result too large for its message", "s"],
  efficiency: ["η", "efficiency of two workers on long tasks", "1"],
  apart: ["λ", "share of the shorter of work and dispatch that is not hidden", "1"],
  poll: ["poll", "the tool looks for results only so often", "s"]
};

/** A number that a program can read too: its `value` is exact. */
const number = (value: number, unit: string, document: Document) =>
  element(document)("data", {value}, [formatUnit(value, unit)]);

/** The formula of a tool with the reader's numbers in it: the parts, which sum to the predicted time, and the plain loop. */
export function formulaWithNumbers(
  {parts, seconds, form}: Ranked,
  fit: Fit | undefined,
  {tasks, seconds: taskSeconds}: Workload,
  document: Document
): HTMLElement {
  const make = element(document);
  const terms = answerParts
    .filter(({name}) => parts[name] > 0)
    .flatMap(({name, text}, place) => [place > 0 ? " + " : "", number(parts[name], "s", document), ` ${text}`]);
  const fitted = fit ? fit.fitted.filter((name) => fit.parameters[name] !== 0) : [];
  return make("div", {class: "formula"}, [
    form ? make("p", {}, [make("code", {}, [forms[form]])]) : null,
    make("p", {class: "terms"}, ["T = ", ...terms, " = ", make("strong", {}, [number(seconds, "s", document)])]),
    make("p", {class: "loop"}, [
      `Plain loop: n · d = ${formatUnit(tasks, "1")} · ${formatUnit(taskSeconds, "s")} = `,
      number(tasks * taskSeconds, "s", document)
    ]),
    fit && fitted.length > 0
      ? make("details", {}, [
          make("summary", {}, ["The tool's fitted figures"]),
          make(
            "ul",
            {},
            fitted.map((name) => {
              const [letter, meaning, unit] = letters[name];
              const interval = fit.intervals[name];
              const range = interval
                ? ` (80 %: ${formatUnit(interval[0], unit)} … ${formatUnit(interval[1], unit)})`
                : "";
              return make("li", {}, [
                make("code", {}, [letter]),
                ` ${meaning}: `,
                number(fit.parameters[name], unit, document),
                range
              ]);
            })
          )
        ])
      : null
  ]);
}
