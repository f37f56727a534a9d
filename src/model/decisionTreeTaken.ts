import type {TreeLeaf, TreeNode} from "./decisionTreeNode.ts";

/** The leaf in which the reader's way ends. Throws where a question has no way that is taken. */
export function decisionTreeTaken(node: TreeNode): TreeLeaf {
  if (node.kind === "leaf") return node;
  const taken = node.branches.find((branch) => branch.taken);
  if (!taken) throw new Error(`no way is taken from "${node.question}"`);
  return decisionTreeTaken(taken.next);
}
