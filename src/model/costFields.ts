import {type CostWorkload, clusterStates, costPlatforms, quotaStates, spotStates, startups} from "./costWorkload.ts";

interface Field {
  readonly key: keyof CostWorkload;
  /** The name in the address and, with hyphens, on the command line. */
  readonly name: string;
  readonly label: string;
}

/** A number among the inputs: its unit, limits and default; `optional` allows nothing. */
export interface CostNumberField extends Field {
  readonly type: "number";
  readonly unit: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  readonly optional: boolean;
  readonly default: number | null;
}

export interface CostChoiceField extends Field {
  readonly type: "choice";
  readonly values: readonly string[];
  readonly default: string;
}

export interface CostFlagField extends Field {
  readonly type: "flag";
  readonly default: boolean;
}

export type CostField = CostNumberField | CostChoiceField | CostFlagField;

const number = (
  key: keyof CostWorkload,
  name: string,
  label: string,
  unit: string,
  [minimum, maximum]: readonly [number, number],
  value: number | null,
  {whole = false, optional = false} = {}
): CostNumberField => ({type: "number", key, name, label, unit, minimum, maximum, default: value, whole, optional});

const choice = (key: keyof CostWorkload, name: string, label: string, values: readonly string[]): CostChoiceField => ({
  ...{type: "choice", key, name, label, values},
  default: values[0] as string
});

const whole = {whole: true};

/**
 * The inputs of the cost page: one definition for page, address and command line. The machine's figures are examples for the
 * reader to replace, not facts.
 */
export const costFields: readonly CostField[] = [
  number("seconds", "seconds", "Seconds a task", "s", [0.001, 86_400], 1),
  number("tasks", "tasks", "Tasks", "task", [1, 1e9], 1_000_000, whole),
  number("vcpu", "vcpu", "vCPUs a task", "vCPU", [0.05, 128], 1),
  number("memoryGib", "memory_gib", "Memory a task", "GiB", [0.125, 1024], 2),
  number("concurrency", "concurrency", "Tasks at once", "task", [1, 1e6], 100, whole),
  {type: "flag", key: "freeTier", name: "free_tier", label: "Free allowances counted", default: false},
  choice("startup", "startup", "Start-up", startups),
  number("packing", "packing", "Tasks a container works off", "task", [1, 1e9], 1, whole),
  number("lambdaMb", "lambda_mb", "Lambda memory", "MB", [128, 10_240], null, {whole: true, optional: true}),
  number("payloadBytes", "payload", "Data sent with each task", "byte", [0, 1e10], 0, whole),
  number("steps", "steps", "Orchestrator steps a task", "step", [1, 1000], 3, whole),
  number("egressGib", "egress_gib", "Data that leaves the cloud", "GiB", [0, 1e7], 0),
  number("interruptionsAnHour", "interruptions", "Spot interruptions an hour", "", [0, 10], 0),
  choice("spot", "spot", "Spot capacity", spotStates),
  choice("quotas", "quotas", "Quotas", quotaStates),
  choice("cluster", "cluster", "Cluster fee", clusterStates),
  choice("platform", "platform", "Platform", costPlatforms),
  number("deadlineHours", "deadline_hours", "Deadline", "h", [0.001, 8760], null, {optional: true}),
  number("runsAMonth", "runs_a_month", "Runs a month", "run", [0, 100_000], 1, whole),
  number("warmInstances", "warm_instances", "Instances kept warm", "", [0, 10_000], 0, whole),
  number("ownCores", "own_cores", "Cores of your machine", "core", [1, 1024], 8, whole),
  number("ownMemoryGib", "own_memory_gib", "Its memory", "GiB", [0.5, 16_384], 32),
  number("ownWatts", "own_watts", "Its power under load", "W", [0, 20_000], 120),
  number("ownKwhUsd", "own_kwh_usd", "Price of electricity", "USD/kWh", [0, 10], 0.2),
  number("ownPurchaseUsd", "own_purchase_usd", "Its purchase price", "USD", [0, 1e6], 1500),
  number("ownLifeYears", "own_life_years", "Years in use", "", [0.1, 30], 4),
  number("ownHoursAYear", "own_hours_a_year", "Hours in use a year", "h", [1, 8784], 2000)
];

/** The job that stands on the page first: the assumptions of the expected results, a million tasks of a second. */
export const defaultCostWorkload = Object.fromEntries(
  costFields.map((field) => [field.key, field.default])
) as unknown as CostWorkload;
