import {formatSeconds, formatUnit} from "../schema/formatUnit.ts";
import {axisRanges} from "./axisWorkload.ts";
import {serialSeconds} from "./breakEven.ts";
import {decisionTreeLeaf} from "./decisionTreeLeaf.ts";
import type {TreeBranch, TreeInputs, TreeKnown, TreeLeaf, TreeNode} from "./decisionTreeNode.ts";
import {gateReason} from "./gateReason.ts";
import {predict} from "./predict.ts";
import {rank} from "./rank.ts";
import {isSerial} from "./toolTraits.ts";
import {type Workload, workersOf} from "./workload.ts";
import {workloadFields} from "./workloadFields.ts";

const gib = (value: number) => `${formatUnit(value, "1")} GiB`;
const count = (value: number) => formatUnit(value, "1");

/** No tool is the answer: something else must change first. */
const outside = (advice: string, reason: string): TreeLeaf => ({
  kind: "leaf",
  advice,
  reason,
  choice: null,
  where: "",
  workload: null
});

/** Most workers that the model is asked about. */
const mostWorkers = workloadFields.flatMap((field) =>
  field.type === "number" && field.key === "workers" ? [field.maximum] : []
)[0]!;

/** The fastest way that is allowed, the plain loop among them; seconds. */
function fastestSeconds(workload: Workload, {fits, facts}: TreeKnown): number {
  const allowed = fits.filter((fit) => !isSerial(fit) && gateReason(fit, workload, facts) === null);
  return Math.min(serialSeconds(workload), ...allowed.map((fit) => predict(fit, workload).seconds));
}

/** Numbers above one, each of them while they are few, then in steps of a twentieth. */
function* growing(from: number, to: number): Generator<number> {
  for (
    let value = from + 1;
    value <= to;
    value = value < axisRanges.cores.maximum ? value + 1 : Math.ceil(value * 1.05)
  )
    yield value;
}

/** The fewest with which the work is done in time; null: none up to the limit. */
function fewest(
  from: number,
  to: number,
  grown: (many: number) => Workload,
  deadline: number,
  known: TreeKnown
): number | null {
  for (const many of growing(from, to)) if (fastestSeconds(grown(many), known) <= deadline) return many;
  return null;
}

/** Several machines like the reader's, with the tools whose code runs on them. */
function severalMachines({workload}: TreeInputs, deadline: number, known: TreeKnown): TreeLeaf {
  const waiting = workload.kind === "waiting";
  const perMachine = waiting ? workersOf(workload) : workload.cores;
  const grown = (many: number): Workload => ({
    ...workload,
    hosts: Math.max(2, Math.ceil(many / perMachine)),
    cores: waiting ? workload.cores : many,
    workers: many,
    memoryGib: null
  });
  const many = fewest(perMachine, mostWorkers, grown, deadline, known);
  if (many === null) {
    const most = grown(mostWorkers);
    return outside(
      "Divide the job into several, each with a dispatcher of its own",
      `With ${count(mostWorkers)} workers behind one dispatcher the fastest way would still take ${formatSeconds(fastestSeconds(most, known))}. Longer tasks or chunks come first.`
    );
  }
  const there = grown(many);
  const leaf = decisionTreeLeaf(there, known);
  return {
    ...leaf,
    where: `on ${count(there.hosts)} machines like yours`,
    reason: `${leaf.reason} The network between them is not counted.`
  };
}

/**
 * When to leave one machine: whether a task known into memory, whether this machine is done in time, whether a larger one
 * would be, how many machines it takes. Every number is a prediction for the reader's workload; hours and GiB are the reader's own.
 */
export function decisionTreeLeave(inputs: TreeInputs, known: TreeKnown): TreeNode {
  const {deadlineHours, needGib} = inputs;
  const workload: Workload = {...inputs.workload, hosts: 1};
  const deadline = deadlineHours * 3600;
  const {memoryGib, kind, seconds, cores} = workload;
  const waiting = kind === "waiting";
  const asked = workersOf(workload);
  const fitting = memoryGib === null ? Infinity : Math.floor(memoryGib / needGib);
  const here: Workload = fitting < asked ? {...workload, workers: Math.max(1, fitting)} : workload;

  const askMemory = (): TreeNode => {
    const passes = fitting >= 1;
    const finding =
      memoryGib === null
        ? `You set no limit on memory; ${count(asked)} workers with ${gib(needGib)} each need ${gib(asked * needGib)}.`
        : `${gib(memoryGib)} for all, ${gib(needGib)} for each: ${fitting >= asked ? "all" : count(fitting)} of ${count(asked)} workers fit.`;
    const no = outside(
      "Cut the data, not the time: smaller pieces, an engine that spills to disk, or more memory",
      `One task needs ${gib(needGib)}; there are ${memoryGib === null ? "no limits" : gib(memoryGib)}.`
    );
    return {
      kind: "question",
      question: "Does the data of one task fit into memory?",
      finding,
      branches: passes
        ? [
            ...(memoryGib === null
              ? []
              : [{label: `a task needs more than ${gib(memoryGib)}`, taken: false, next: no}]),
            {label: "it fits", taken: true, next: askTime()}
          ]
        : [{label: "it does not fit", taken: true, next: no}]
    };
  };

  const askTime = (): TreeNode => {
    const [best] = rank(here, known.fits, known.facts).ranking;
    const takes = best?.seconds ?? serialSeconds(here);
    const band =
      best && best.tool !== "serial" ? ` (80 %: ${formatSeconds(best.low)} to ${formatSeconds(best.high)})` : "";
    const passes = takes <= deadline;
    return {
      kind: "question",
      question: "Is this machine done in time?",
      finding: `The fastest way here takes ${formatSeconds(takes)}${band}; it is due in ${formatSeconds(deadline)}.`,
      branches: passes
        ? [{label: "yes: stay on it", taken: true, next: decisionTreeLeaf(here, known)}]
        : [
            {
              label: `yes, if it were due in ${formatSeconds(takes)} or later`,
              taken: false,
              next: decisionTreeLeaf(here, known)
            },
            {label: "no", taken: true, next: askTask()}
          ]
    };
  };

  const askTask = (): TreeNode => {
    const split = outside(
      "Split the task",
      "No number of machines ends before the longest task does: a task must be shorter than the time there is."
    );
    const passes = seconds <= deadline;
    const no: TreeBranch = {label: `a task takes longer than ${formatSeconds(deadline)}`, taken: !passes, next: split};
    return {
      kind: "question",
      question: "Is one task shorter than the time you have?",
      finding: `A task takes ${formatSeconds(seconds)}.`,
      branches: passes ? [no, {label: "it is shorter", taken: true, next: askLarger()}] : [no]
    };
  };

  const askLarger = (): TreeNode => {
    const noun = waiting ? "workers" : "cores";
    const limit = waiting ? mostWorkers : axisRanges.cores.maximum;
    const grown = (many: number): Workload =>
      waiting
        ? {...workload, workers: many, memoryGib: null}
        : {...workload, cores: many, workers: null, memoryGib: null};
    const many = fewest(waiting ? asked : cores, limit, grown, deadline, known);
    const several = () => severalMachines({...inputs, workload}, deadline, known);
    if (many === null)
      return {
        kind: "question",
        question: `Would one machine with more ${noun} do?`,
        finding: `Not even with ${count(limit)} ${noun}: ${formatSeconds(fastestSeconds(grown(limit), known))}.`,
        branches: [{label: "no: several machines", taken: true, next: several()}]
      };
    const leaf = decisionTreeLeaf(grown(many), known);
    return {
      kind: "question",
      question: `Would one machine with more ${noun} do?`,
      finding: `From ${count(many)} ${noun} on the fastest way would be done in ${formatSeconds(fastestSeconds(grown(many), known))}, with ${gib(many * needGib)} of memory.`,
      branches: [
        {label: "no such machine is to be had", taken: false, next: several()},
        {label: "yes", taken: true, next: {...leaf, where: `on ${count(many)} ${noun}`}}
      ]
    };
  };

  return askMemory();
}
