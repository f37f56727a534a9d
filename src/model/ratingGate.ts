import {isCurrentPython} from "./ratingPython.ts";
import {type RatingFacts, rowOf} from "./ratingFacts.ts";

/** Whether a requirement is met: yes, no, or not known; and the record that says so. */
export interface GateAnswer {
  readonly pass: boolean | null;
  readonly reason: string;
}

/** The requirements that a reader may set, by the key that stands in the address. */
export const gates = {
  local: "usable on one machine",
  "no-service": "no always-on service",
  hosts: "runs on more than one machine",
  windows: "runs on Windows without an emulation",
  "no-jvm": "needs no Java",
  python: "declares Python 3.14 or newer",
  permissive: "permissive licence",
  "all-cores": "pure Python on all cores",
  tables: "takes whole tables",
  stateful: "state (actors or stateful workers) or dynamic submission",
  queue: "a queue that survives the producer",
  history: "a scheduler and a run history"
} as const;
export type GateKey = keyof typeof gates;

/** The key of a gate as gates.csv words it; null for the profiles that begin with none. Throws on a wording that is not known. */
export function gateKey(text: string): GateKey | null {
  if (text === "none by default") return null;
  const found = Object.entries(gates).find(([, words]) => words === text)?.[0];
  if (found === undefined)
    throw new Error(
      `there is no gate ${JSON.stringify(text)}; there are ${Object.values(gates).join(", ")}, none by default`
    );
  return found as GateKey;
}

const yesNo = (pass: boolean | null, yes: string, no: string): GateAnswer => ({
  ...{pass, reason: pass === null ? "not established" : pass ? yes : no}
});

/** The answer of a tool or service to every gate. */
export function gateAnswers(facts: RatingFacts): Readonly<Record<GateKey, GateAnswer>> {
  const {tool, services} = facts;
  const typed = (criterion: string, alone: boolean): GateAnswer => {
    const row = rowOf(facts, criterion);
    if (row) return {pass: row.value === 1, reason: row.reason};
    return alone ? {pass: false, reason: "ends with its process"} : {pass: null, reason: "not established"};
  };
  const holdsState = (rowOf(facts, "K8")?.holds ?? "").split(";").includes("state");
  const current = yesNo(isCurrentPython(tool.python_versions), tool.python_versions, tool.python_versions);
  if (tool.category === "cloud") {
    const code = tool.platforms.length > 0;
    return {
      local: {pass: false, reason: "runs at a provider, or on a cluster"},
      "no-service": yesNo(tool.capabilities.scale_to_zero, "scales to nothing", "something is always on"),
      hosts: {pass: true, reason: "any number of machines"},
      windows: code
        ? yesNo(tool.platforms.includes("windows"), "Windows containers or machines", "Linux only")
        : {pass: null, reason: "runs no program of its own"},
      "no-jvm": {pass: true, reason: "nothing of it to install"},
      python: tool.capabilities.runs_containers ? {pass: true, reason: "any Python in your image"} : current,
      permissive: yesNo(/^Apache|^MIT|^BSD/.test(tool.licence), tool.licence, tool.licence),
      "all-cores": yesNo(code ? true : null, "each copy is a process of its own", ""),
      tables: {pass: null, reason: "not established"},
      stateful: {pass: true, reason: "may be called at any time"},
      queue: typed("queue", false),
      history: typed("history", false)
    };
  }
  const can = tool.capabilities;
  const alone = !can.beyond_one_machine && !can.always_on_service;
  return {
    local: {pass: true, reason: "runs where it is installed"},
    "no-service": yesNo(!can.always_on_service, "none", `always on: ${services ?? "a service"}`),
    hosts: yesNo(can.beyond_one_machine, "yes", "one machine"),
    windows: yesNo(tool.platforms.includes("windows"), tool.windows_note, tool.windows_note),
    "no-jvm": yesNo(!/java/i.test(services ?? ""), "none", "needs Java"),
    python: current,
    permissive: yesNo(/^(PSF|MIT|BSD|Apache)/.test(tool.licence), tool.licence, tool.licence),
    "all-cores": yesNo(can.pure_python_on_all_cores, "yes", "one core at a time"),
    tables: yesNo(facts.answersQueries, "runs the table queries here", "takes tasks"),
    stateful: yesNo(
      can.dynamic_submission || holdsState,
      holdsState ? "keeps state" : "takes tasks while others run",
      "neither"
    ),
    queue: typed("queue", alone),
    history: typed("history", alone)
  };
}
