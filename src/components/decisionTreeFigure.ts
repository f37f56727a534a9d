import {decisionTreeText} from "../model/decisionTreeText.ts";
import {decisionTreeTaken} from "../model/decisionTreeTaken.ts";
import type {TreeBranch, TreeLeaf, TreeNode} from "../model/decisionTreeNode.ts";
import {workloadToSearch} from "../model/workloadToSearch.ts";
import {element} from "./element.ts";

export interface DecisionTreeOptions {
  readonly document: Document;
  /** Address of the planner, to which an end's own workload is added. */
  readonly planner?: string;
}

/**
 * A decision tree as nested lists: each question with what the model finds on it, its ends beside it, the way on below. The
 * lists are the drawing, so a reader without sight, style or script gets the same tree. The way that is taken is told in
 * words and by its frame.
 */
export function decisionTreeFigure(root: TreeNode, {document, planner = "./"}: DecisionTreeOptions): HTMLElement {
  const make = element(document);
  const reached = decisionTreeTaken(root);

  const leaf = (node: TreeLeaf): Node => {
    if (node === reached) return make("p", {class: "leaf reached"}, [decisionTreeText(node)]);
    return make("p", {class: "leaf"}, [
      make("strong", {}, [node.where === "" ? node.advice : `${node.advice}, ${node.where}`]),
      node.workload ? ": " : `. ${node.choice === null ? node.reason : ""}`,
      node.workload
        ? make("a", {href: planner + workloadToSearch(node.workload)}, ["these numbers on the planner"])
        : null
    ]);
  };
  const branch = ({label, taken, next}: TreeBranch): HTMLElement =>
    make("li", {class: `branch ${taken ? "taken" : "other"} ${next.kind === "leaf" ? "end" : "on"}`}, [
      make("p", {class: "way"}, [taken ? make("strong", {}, ["Your way: "]) : "Otherwise: ", label]),
      ...inside(next)
    ]);
  const inside = (node: TreeNode): Node[] => {
    if (node.kind === "leaf") return [leaf(node)];
    return [
      make("div", {class: "question"}, [
        make("p", {class: "ask"}, [make("strong", {}, [node.question]), ` ${node.finding}`]),
        make("ul", {class: "ways", role: "list"}, node.branches.map(branch))
      ])
    ];
  };
  return make("div", {class: "tree"}, [make("ul", {role: "list"}, [make("li", {}, inside(root))])]);
}
