import {kinds, startMethods} from "../schema/sample.ts";
import {licences, needs, platforms, pythons, type Workload} from "./workload.ts";

interface Field {
  readonly key: keyof Workload;
  /** The name in the address and, with hyphens, on the command line. */
  readonly name: string;
  readonly label: string;
}

/** A number among the workload's inputs: its unit, limits and default; `whole` refuses fractions, `optional` allows nothing. */
export interface NumberField extends Field {
  readonly type: "number";
  readonly unit: "task" | "s" | "core" | "worker" | "byte" | "" | "run" | "host" | "GiB";
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  readonly optional: boolean;
  readonly default: number | null;
}

export interface ChoiceField extends Field {
  readonly type: "choice";
  readonly values: readonly string[];
  readonly default: string;
}

export interface FlagField extends Field {
  readonly type: "flag";
  readonly default: boolean;
}

export type WorkloadField = NumberField | ChoiceField | FlagField;

const number = (
  key: keyof Workload,
  name: string,
  label: string,
  unit: NumberField["unit"],
  [minimum, maximum]: readonly [number, number],
  value: number | null,
  {whole = false, optional = false} = {}
): NumberField => ({type: "number", key, name, label, unit, minimum, maximum, default: value, whole, optional});

const whole = {whole: true};
const wholeOrNothing = {whole: true, optional: true};

/** The inputs of the planner: one definition for page, address and command line. */
export const workloadFields: readonly WorkloadField[] = [
  number("tasks", "tasks", "Tasks", "task", [1, 1e9], 10_000, whole),
  number("seconds", "seconds", "Seconds a task, in a plain loop", "s", [1e-7, 86_400], 0.005),
  number("cores", "cores", "Cores of your machine", "core", [1, 128], 2, whole),
  number("workers", "workers", "Workers", "worker", [1, 4096], null, wholeOrNothing),
  {type: "choice", key: "kind", name: "kind", label: "What a task does", values: kinds, default: "cpu-gil"},
  number("payloadIn", "payload_in", "Data sent to each task", "byte", [0, 1e10], 0, whole),
  number("payloadOut", "payload_out", "Data each task returns", "byte", [0, 1e10], 0, whole),
  number("cv", "cv", "Spread of the task lengths (coefficient of variation)", "", [0, 10], 0),
  number("runsADay", "runs_a_day", "Runs that share one start", "run", [1, 100_000], 1, whole),
  {type: "flag", key: "warm", name: "warm", label: "Workers stand ready", default: false},
  number("imports", "imports", "Seconds your imports take", "s", [0, 600], 0),
  {
    type: "choice",
    key: "startMethod",
    name: "start_method",
    label: "Start method (none: as the platform has it)",
    values: startMethods,
    default: "none"
  },
  number("chunk", "chunk", "Tasks a chunk", "task", [1, 1e9], null, wholeOrNothing),
  {type: "choice", key: "platform", name: "platform", label: "Platform", values: platforms, default: "linux"},
  number("hosts", "hosts", "Machines", "host", [1, 10_000], 1, whole),
  number("memoryGib", "memory_gib", "Memory for all workers", "GiB", [0.1, 100_000], null, {optional: true}),
  {
    type: "choice",
    key: "need",
    name: "need",
    label: "What the work needs beside speed",
    values: needs,
    default: "none"
  },
  {type: "choice", key: "python", name: "python", label: "Python version", values: pythons, default: "any"},
  {type: "choice", key: "licence", name: "licence", label: "Licence", values: licences, default: "any"},
  {type: "flag", key: "noService", name: "no_service", label: "No service that runs all the time", default: false},
  number("effortWeight", "effort_weight", "How much effort counts against speed", "", [0, 1], 0),
  number("costWeight", "cost_weight", "How much cost counts against speed", "", [0, 1], 0)
];

/** The workload that stands on the page first. */
export const defaultWorkload = Object.fromEntries(
  workloadFields.map((field) => [field.key, field.default])
) as unknown as Workload;
