import type {Fit} from "./fit.ts";
import type {ToolFactsBySlug} from "./toolFacts.ts";
import type {Workload} from "./workload.ts";

export const treeNames = ["computing", "waiting", "leave"] as const;
/** The decisions: computing on one machine, waiting work, when to leave one machine. */
export type TreeName = (typeof treeNames)[number];

/** What a tree is computed from: the reader's workload, and for leaving one machine the time there is and the memory a worker needs. */
export interface TreeInputs {
  readonly workload: Workload;
  /** By when all tasks must be done, hours. */
  readonly deadlineHours: number;
  /** Memory that one worker needs for its data and imports, GiB. */
  readonly needGib: number;
}

/** What the answers come from: the fits, and the tools' descriptions by slug, which gates and effort ask. */
export interface TreeKnown {
  readonly fits: readonly Fit[];
  readonly facts: ToolFactsBySlug;
}

/** An end of a tree. */
export interface TreeLeaf {
  readonly kind: "leaf";
  readonly advice: string;
  /** Other machines than the reader's own, on which it holds: `on 29 cores`; empty: the reader's. */
  readonly where: string;
  /** What it rests on, in a sentence with figures: the planner's, where a tool is the answer. */
  readonly reason: string;
  /** `tool:variant` that the planner names for `workload`; null where the answer is no tool. */
  readonly choice: string | null;
  /** The reader's own workload, or one just on the other side of a question; null where the planner has no such input. */
  readonly workload: Workload | null;
}

/** One way on from a question. */
export interface TreeBranch {
  readonly label: string;
  /** The way that the reader's numbers take. */
  readonly taken: boolean;
  readonly next: TreeNode;
}

/** A question, what the model finds on it, and the ways on: exactly one of them is taken. */
export interface TreeQuestion {
  readonly kind: "question";
  readonly question: string;
  readonly finding: string;
  readonly branches: readonly TreeBranch[];
}

export type TreeNode = TreeQuestion | TreeLeaf;
