import {type Ranked} from "../model/answer.ts";
import {type Fit, type Form, type ParameterName} from "../model/fit.ts";
import {startOfRun} from "../model/startOfRun.ts";
import {isSerial} from "../model/toolTraits.ts";
import {type Workload} from "../model/workload.ts";
import {answerParts} from "./answerParts.ts";
import {element} from "./element.ts";
import {formatUnit} from "../schema/formatUnit.ts";

const forms: Readonly<Record<Form, string>> = {
  additive: "s + work + dispatch",
  overlap: "s + max(work, dispatch)",
  "shared-cores": "s + max(work, dispatch, CPU / cores)",
  partial: "s + max(work, dispatch) + λ · min(work, dispatch)",
  vectorised: "s + d · loop + n · d / gain"
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
  ranked: Ranked,
  fit: Fit | undefined,
  workload: Workload,
  document: Document
): HTMLElement {
  const {parts, seconds, form} = ranked;
  const {tasks, seconds: taskSeconds} = workload;
  const make = element(document);
  const start = fit ? startOfRun(fit, workload) : {tool: 0, imports: 0};
  const startTerm = form === "vectorised" ? "" : start.imports > 0 ? "(S + i)/r + " : "S/r + ";
  const terms = answerParts
    .filter(({name}) => parts[name] > 0)
    .flatMap(({name, text}, place) => [place > 0 ? " + " : "", number(parts[name], "s", document), ` ${text}`]);
  const fitted = fit ? fit.fitted.filter((name) => fit.parameters[name] !== 0) : [];
  return make("div", {class: "formula"}, [
    form ? make("p", {}, [make("code", {}, [`T = ${startTerm}${forms[form]}`])]) : null,
    make("p", {class: "terms"}, ["T = ", ...terms, " = ", make("strong", {}, [number(seconds, "s", document)])]),
    fit && workload.imports > 0 ? make("p", {class: "imports"}, importsOf(ranked, fit, workload, document)) : null,
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

/** What the reader's imports add to the start of this tool, with the two parts of the start, or why they add nothing. */
function importsOf({workers}: Ranked, fit: Fit, workload: Workload, document: Document): (string | Node)[] {
  const {tool, imports} = startOfRun(fit, workload);
  if (imports > 0)
    return [
      "Start-up: S/r = ",
      number(tool, "s", document),
      " of the tool's own, i/r = ",
      number(imports, "s", document),
      ` of your imports in ${workers} new ${workers === 1 ? "worker" : "workers"} on ${formatUnit(workload.cores, "1")} ${workload.cores === 1 ? "core" : "cores"}.`
    ];
  if (isSerial(fit))
    return ["Your imports are not counted: the program itself makes them once, whatever runs its tasks."];
  return [
    workload.warm
      ? "Your imports add nothing: workers that stand ready have made them."
      : "Your imports add nothing: these tasks run in your program, its threads or its forks, which have made them."
  ];
}
