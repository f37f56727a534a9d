import {decisionTreeLeave} from "./decisionTreeLeave.ts";
import type {TreeInputs, TreeKnown, TreeName, TreeNode} from "./decisionTreeNode.ts";
import {decisionTreePays} from "./decisionTreePays.ts";

/**
 * A decision as a tree whose thresholds are computed from the fits for the reader's numbers: `computing` and `waiting` for
 * one machine, `leave` for when to leave it. The way that is taken ends in the planner's answer to the same workload; the
 * others end in its answer well beyond the threshold. Throws when there is no fit at all.
 */
export function decisionTree(name: TreeName, inputs: TreeInputs, known: TreeKnown): TreeNode {
  if (known.fits.length === 0) throw new Error("no fits: measure first with npm run bench");
  return name === "leave" ? decisionTreeLeave(inputs, known) : decisionTreePays(name, inputs.workload, known);
}
