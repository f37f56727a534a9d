import type {Kind, StartMethod} from "../schema/sample.ts";

export const platforms = ["linux", "windows", "macos"] as const;
export type Platform = (typeof platforms)[number];

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
  /** How worker processes begin; `none` leaves the choice to the platform. */
  readonly startMethod: StartMethod;
  /** Tasks a chunk; null is the tool's own default. */
  readonly chunk: number | null;
  readonly platform: Platform;
  readonly hosts: number;
  /** Memory that the workers may take together; null is no limit. */
  readonly memoryGib: number | null;
}

/** The workers a workload gets where it does not say: the cores for computing, 64 for waiting. */
export function workersOf({workers, kind, cores}: Workload): number {
  return workers ?? (kind === "waiting" ? 64 : cores);
}
