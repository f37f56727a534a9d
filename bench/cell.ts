import type {Experiment, Kind, Pattern, StartMethod} from "../src/schema/sample.ts";

/** One combination of settings: what a sample runs once. Times in seconds, sizes in bytes. */
export interface Cell {
  readonly experiment: Experiment;
  readonly tool: string;
  readonly variant: string;
  readonly startMethod: StartMethod;
  readonly workload: string;
  readonly kind: Kind;
  readonly pattern: Pattern;
  /** As the plan asks; the session may lower it so that a sample stays short. */
  readonly taskCount: number;
  readonly taskSeconds: number | null;
  readonly chunkSize: number | null;
  readonly payloadInBytes: number;
  readonly payloadOutBytes: number;
  readonly workers: number;
}

const kinds: Readonly<Record<string, Kind>> = {hash: "cpu-releases-gil", sleep: "waiting"};

/** What a workload does with the interpreter. */
export function kindOf(workload: string): Kind {
  return kinds[workload] ?? "cpu-gil";
}

/** The same text for the same cell: the key under which its samples and its place in the plan are found again. */
export function cellKey(cell: Cell): string {
  return [
    cell.experiment,
    cell.tool,
    cell.variant,
    cell.startMethod,
    cell.workload,
    cell.pattern,
    cell.taskCount,
    cell.taskSeconds ?? "",
    cell.chunkSize ?? "",
    cell.payloadInBytes,
    cell.payloadOutBytes,
    cell.workers
  ].join("|");
}

/** The key of a tool as it is set up, which dispatch costs and fits go by. */
export function toolKey({tool, variant, startMethod}: Cell): string {
  return `${tool}:${variant}:${startMethod}`;
}
