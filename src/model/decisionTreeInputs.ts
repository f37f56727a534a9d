import {type TreeInputs, type TreeName, treeNames} from "./decisionTreeNode.ts";
import {parseWorkload} from "./parseWorkload.ts";
import {workloadToSearch} from "./workloadToSearch.ts";

/** A number that only the trees ask for: its name in the address, its limits and default. */
export interface TreeField {
  readonly key: "deadlineHours" | "needGib";
  readonly name: string;
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
}

export const treeFields: readonly TreeField[] = [
  {
    key: "deadlineHours",
    name: "deadline_hours",
    label: "Hours until all is done",
    minimum: 0.001,
    maximum: 8760,
    default: 1
  },
  {
    key: "needGib",
    name: "need_gib",
    label: "Memory that one worker needs, GiB",
    minimum: 0.001,
    maximum: 100_000,
    default: 0.25
  }
];

export interface ParsedTree {
  readonly tree: TreeName;
  readonly inputs: TreeInputs;
  /** A sentence for each value that was refused; its default stands in. */
  readonly problems: readonly string[];
}

/** Reads tree, workload, deadline and memory from named texts. Nothing is thrown. */
export function parseTreeInputs(texts: Readonly<Record<string, string | undefined>>): ParsedTree {
  const {workload, problems} = parseWorkload(texts);
  const found = [...problems];
  const own = treeFields.map(({key, name, minimum, maximum, default: standard}) => {
    const text = texts[name];
    if (text === undefined) return [key, standard];
    const value = Number(text);
    if (text.trim() !== "" && value >= minimum && value <= maximum) return [key, value];
    found.push(`${name} must be ${minimum}…${maximum}, got ${text}`);
    return [key, standard];
  });
  const asked = texts.tree ?? treeNames[0];
  const tree = treeNames.find((name) => name === asked);
  if (!tree) found.push(`tree must be one of ${treeNames.join(", ")}, got ${asked}`);
  const {deadlineHours, needGib} = Object.fromEntries(own) as Pick<TreeInputs, TreeField["key"]>;
  return {tree: tree ?? treeNames[0], inputs: {workload, deadlineHours, needGib}, problems: found};
}

/** The search part of the address that `parseTreeInputs` reads back; values at their default are left out. */
export function treeInputsToSearch(tree: TreeName, inputs: TreeInputs): string {
  const search = new URLSearchParams(workloadToSearch(inputs.workload));
  if (tree !== treeNames[0]) search.set("tree", tree);
  for (const {key, name, default: standard} of treeFields)
    if (inputs[key] !== standard) search.set(name, String(inputs[key]));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
