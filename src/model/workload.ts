import type {Kind, StartMethod} from "../schema/sample.ts";

export const platforms = ["linux", "windows", "macos"] as const;
export type Platform = (typeof platforms)[number];

export const needs = ["none", "state", "queue", "history"] as const;
/** What the work asks for beside being done: state or new tasks while it runs, a queue that outlives its sender, a schedule. */
export type Need = (typeof needs)[number];

export const licences = ["any", "permissive"] as const;
export type Licence = (typeof licences)[number];

export const pythons = ["any", "3.10", "3.11", "3.12", "3.13", "3.14"] as const;
export type PythonVersion = (typeof pythons)[number];

/** The reader's own work. Times in seconds, sizes in bytes a task, memory in GiB. */
export interface Workload {
  readonly tasks: number;
  /** What one task takes in a plain loop on the reader's machine. */
  readonly seconds: number;
  readonly cores: number;
  /** Workers asked for; null: as many as cores for computing, 64 for waiting. */
  readonly workers: number | null;
  readonly kind: Kind;
  readonly payloadIn: number;
  readonly payloadOut: number;
  /** Coefficient of variation of the task lengths. */
  readonly cv: number;
  /** Runs that share one start-up. */
  readonly runsADay: number;
  /** Workers stand ready: no start-up at all. */
  readonly warm: boolean;
  /** What the reader's own modules take to import in a fresh Python: new workers pay it, forks and threads have them. */
  readonly imports: number;
  /** How worker processes begin; `none` leaves the choice to the platform. */
  readonly startMethod: StartMethod;
  /** Tasks a chunk; null is the tool's own default. */
  readonly chunk: number | null;
  readonly platform: Platform;
  readonly hosts: number;
  /** Memory that the workers may take together; null is no limit. */
  readonly memoryGib: number | null;
  readonly need: Need;
  readonly python: PythonVersion;
  readonly licence: Licence;
  /** No service may have to run beside the program. */
  readonly noService: boolean;
  /** How much effort and cost count against speed, each 0 (not at all) to 1. */
  readonly effortWeight: number;
  readonly costWeight: number;
}

/** The workers a workload gets where it does not say: the cores for computing, 64 for waiting. */
export function workersOf({workers, kind, cores}: Workload): number {
  return workers ?? (kind === "waiting" ? 64 : cores);
}
