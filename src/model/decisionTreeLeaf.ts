import type {Ranked} from "./answer.ts";
import type {TreeKnown, TreeLeaf} from "./decisionTreeNode.ts";
import {rank} from "./rank.ts";
import {toolName} from "./toolName.ts";
import type {Workload} from "./workload.ts";

const nameOf = (entry: Ranked) =>
  entry.start_method === "none" ? toolName(entry) : `${toolName(entry)} under ${entry.start_method}`;

/** The planner's answer to a workload as the end of a tree: a tie with the plain loop keeps the loop, as on the planner. */
export function decisionTreeLeaf(workload: Workload, {fits, facts}: TreeKnown): TreeLeaf {
  const {ranking, answer} = rank(workload, fits, facts);
  const [first, second] = ranking;
  if (!first) return {kind: "leaf", advice: "No tool is left", reason: answer, choice: null, where: "", workload};
  const chosen = first.tie && second?.tool === "serial" ? second : first;
  const tied = chosen === first && first.tie && second && second.tool !== first.tool;
  const advice =
    chosen.tool === "serial"
      ? "Keep the plain loop"
      : tied
        ? `A tie: ${nameOf(first)} or ${nameOf(second)}`
        : `Use ${nameOf(chosen)}`;
  return {kind: "leaf", advice, reason: answer, choice: `${chosen.tool}:${chosen.variant}`, where: "", workload};
}
