import type {TreeLeaf} from "./decisionTreeNode.ts";

/** The end of the reader's way in full: the planner's sentence, and on what machines, or what must change first. */
export function decisionTreeText({advice, where, reason, choice}: TreeLeaf): string {
  if (choice === null) return `${advice}. ${reason}`;
  return where === "" ? reason : `${where[0]!.toUpperCase()}${where.slice(1)}: ${reason}`;
}
