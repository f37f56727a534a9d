import type {Platform} from "./workload.ts";

export const toolKinds = ["pool", "distributed", "queue", "engine", "orchestrator"] as const;
/** What a tool is for: only tools that take independent Python calls are timed on the same work and compared by it. */
export type ToolKind = (typeof toolKinds)[number];

/** What the description of a tool says that requirements ask for. null: not recorded. */
export interface ToolFacts {
  readonly name: string;
  readonly kind: ToolKind;
  readonly licence: string | null;
  readonly platforms: readonly Platform[] | null;
  /** Whether it says which Python it takes; the minor versions of Python 3, null: no such limit. */
  readonly pythonStated: boolean;
  readonly pythonFrom: number | null;
  readonly pythonTo: number | null;
  /** Needs a service that runs all the time. */
  readonly service: boolean | null;
  /** Takes work while it runs, or keeps state between tasks (actors). */
  readonly state: boolean | null;
  /** Lines of its adapter in the harness, distributions that it installs, services beside it. */
  readonly lines: number | null;
  readonly distributions: number | null;
  readonly services: number;
}

/** Facts by a tool's slug; a tool without an entry meets every requirement that facts decide only where none is made. */
export type ToolFactsBySlug = Readonly<Record<string, ToolFacts>>;
