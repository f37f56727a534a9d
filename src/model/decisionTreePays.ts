import {formatSeconds, formatUnit} from "../schema/formatUnit.ts";
import type {Kind} from "../schema/sample.ts";
import {axisRanges} from "./axisWorkload.ts";
import {serialSeconds} from "./breakEven.ts";
import {anyPays, decisionTreeEdge, type TreeEdge} from "./decisionTreeEdge.ts";
import {decisionTreeLeaf} from "./decisionTreeLeaf.ts";
import type {TreeBranch, TreeKnown, TreeName, TreeNode, TreeQuestion} from "./decisionTreeNode.ts";
import {gateReason} from "./gateReason.ts";
import {predict} from "./predict.ts";
import {isSerial, usesThreads} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

type TreeAxis = "seconds" | "payload" | "tasks";

/** A question whose threshold is computed: what it is asked of, whether the reader passes, and what comes after. */
interface Threshold {
  readonly axis: TreeAxis;
  readonly question: string;
  /** The workload that the edge is computed for. */
  readonly base: Workload;
  readonly passes: boolean;
  /** Length from which tasks handed over one by one pay as well; null: asked of another axis, or there is none. */
  readonly single: number | null;
  readonly next: () => TreeNode;
}

interface AxisWords {
  readonly yours: (workload: Workload) => number;
  readonly say: (value: number) => string;
  readonly pass: (edge: string) => string;
  readonly fail: (edge: string) => string;
  readonly always: string;
  readonly never: string;
  readonly finding: (edge: string, yours: string) => string;
}

const words: Readonly<Record<TreeAxis, AxisWords>> = {
  seconds: {
    yours: ({seconds}) => seconds,
    say: (value) => formatSeconds(value),
    pass: (edge) => `${edge} or longer`,
    fail: (edge) => `shorter than ${edge}`,
    always: "any length",
    never: "no length is enough",
    finding: (edge, yours) =>
      `With tasks without end and nothing to send it pays from ${edge} a task; yours take ${yours}.`
  },
  payload: {
    yours: ({payloadIn}) => payloadIn,
    say: (value) => formatUnit(value, "byte", 2),
    pass: (edge) => `${edge} or less`,
    fail: (edge) => `more than ${edge}`,
    always: "any size",
    never: "even with nothing sent",
    finding: (edge, yours) =>
      `With tasks without end it pays while each is sent ${edge} or less; yours are sent ${yours}.`
  },
  tasks: {
    yours: ({tasks}) => tasks,
    say: (value) => formatUnit(value, "1"),
    pass: (edge) => `${edge} tasks or more`,
    fail: (edge) => `fewer than ${edge} tasks`,
    always: "any number",
    never: "no number is enough",
    finding: (edge, yours) => `Start-up and call are paid back from ${edge} tasks on; you have ${yours}.`
  }
};

function findingOf({axis, passes, single}: Threshold, {state, value, reason}: TreeEdge, workload: Workload): string {
  const {say, yours, always, never, finding} = words[axis];
  if (state === "always")
    return single === null
      ? `Here ${always} pays.`
      : `With tasks without end and nothing to send ${always} pays in the tools' own chunks; one by one, from ${say(single)}. Yours take ${say(yours(workload))}.`;
  if (value === null) return `Here ${never}: ${reason ?? "it is slower everywhere"}.`;
  const own = yours(workload);
  const beyond = axisRanges[axis].pays === "above" ? own < value : own > value;
  const exception = passes && beyond ? " It pays at yours all the same: chunks happen to divide evenly there." : "";
  const alone = single !== null && single > value * 1.05 ? ` Handed over one by one, from ${say(single)}.` : "";
  return finding(say(value), say(own)) + alone + exception;
}

/** Three digits: what a reader would type, and an address that can be read. */
const neat = (value: number) => Number(value.toPrecision(3));

/** Workloads well on either side of an edge, for the way that is not taken: at the edge itself all is a tie. */
function besides(axis: TreeAxis, value: number, base: Workload, workload: Workload): readonly [Workload, Workload] {
  if (axis === "seconds")
    return [
      {...base, seconds: neat(value * 2)},
      {...workload, seconds: neat(value / 2)}
    ];
  if (axis === "tasks")
    return [
      {...base, tasks: Math.min(axisRanges.tasks.maximum, value * 2)},
      {...workload, tasks: Math.floor(value / 2)}
    ];
  return [
    {...base, payloadIn: Math.floor(neat(value / 2))},
    {...workload, payloadIn: neat(value * 2)}
  ];
}

/** The ways on from a question that is passed, the one that is taken last. */
function passed(threshold: Threshold, edge: TreeEdge, workload: Workload, known: TreeKnown): readonly TreeBranch[] {
  const {axis, single, next} = threshold;
  const {say, pass, always} = words[axis];
  const from = edge.value === null ? null : say(edge.value);
  const whole = from === null ? (edge.state === "always" ? always : "yours") : pass(from);
  // Where single tasks pay only from a greater length on, what lies between pays in chunks.
  if (single === null || single <= (edge.value ?? 0) * 1.05) return [{label: whole, taken: true, next: next()}];
  const longer = workload.seconds >= single;
  const labels = [
    `${from === null ? "shorter than" : `${from} to`} ${say(single)}: only in chunks`,
    `${say(single)} or longer: one by one, too`
  ] as const;
  const between = edge.value === null ? single / 2 : Math.sqrt(edge.value * single);
  const witness = {...workload, seconds: neat(longer ? between : single * 2)};
  return [
    {label: labels[longer ? 0 : 1], taken: false, next: decisionTreeLeaf(witness, known)},
    {label: labels[longer ? 1 : 0], taken: true, next: next()}
  ];
}

function ask(threshold: Threshold, workload: Workload, known: TreeKnown): TreeQuestion {
  const {axis, question, base, passes} = threshold;
  const edge = decisionTreeEdge(base, known, axis);
  const {say, pass, fail, never} = words[axis];
  const [inside, outside] = edge.value === null ? [null, null] : besides(axis, edge.value, base, workload);
  const failLabel = edge.value === null ? never : fail(say(edge.value));
  const branches: readonly TreeBranch[] = passes
    ? [
        ...(outside ? [{label: failLabel, taken: false, next: decisionTreeLeaf(outside, known)}] : []),
        ...passed(threshold, edge, workload, known)
      ]
    : [
        ...(inside && edge.value !== null
          ? [{label: pass(say(edge.value)), taken: false, next: decisionTreeLeaf(inside, known)}]
          : []),
        {label: failLabel, taken: true, next: decisionTreeLeaf(workload, known)}
      ];
  return {kind: "question", question, finding: findingOf(threshold, edge, workload), branches};
}

const kindLabels: Readonly<Record<Kind, string>> = {
  "cpu-gil": "computes in Python and holds the GIL",
  "cpu-releases-gil": "computes in compiled code that releases the GIL",
  waiting: "waits: for a network, a disk, another program"
};

/** What threads and all other ways bring at best, as a sentence. */
function gainsOf(workload: Workload, {fits, facts}: TreeKnown): string {
  const best = (threads: boolean) => {
    const some = fits.filter(
      (fit) => !isSerial(fit) && gateReason(fit, workload, facts) === null && usesThreads(fit) === threads
    );
    const seconds = Math.min(...some.map((fit) => predict(fit, workload).seconds));
    return Number.isFinite(seconds) ? formatUnit(serialSeconds(workload) / seconds, "×", 2) : "nothing that is allowed";
  };
  return `For your numbers threads reach ${best(true)} the plain loop's speed, the other ways ${best(false)}.`;
}

function askKind(name: TreeName, workload: Workload, known: TreeKnown, next: () => TreeNode): TreeQuestion {
  const [inside, outside]: readonly (readonly Kind[])[] =
    name === "waiting"
      ? [["waiting"], ["cpu-gil", "cpu-releases-gil"]]
      : [["cpu-gil", "cpu-releases-gil"], ["waiting"]];
  const others = [...inside!, ...outside!].filter((kind) => kind !== workload.kind);
  const goesOn = inside!.includes(workload.kind);
  const own: TreeBranch = {
    label: kindLabels[workload.kind],
    taken: true,
    next: goesOn ? next() : decisionTreeLeaf(workload, known)
  };
  return {
    kind: "question",
    question: "What does a task spend its time on?",
    finding: gainsOf(workload, known),
    branches: [
      ...others.map((kind) => ({
        label: kindLabels[kind],
        taken: false,
        next: decisionTreeLeaf({...workload, kind}, known)
      })),
      own
    ]
  };
}

/** asyncio is an answer only to those whose libraries are written for it; the other way is the best of the rest. */
function askLibraries(workload: Workload, known: TreeKnown): TreeNode {
  const leaf = decisionTreeLeaf(workload, known);
  if (leaf.choice !== "asyncio:default") return leaf;
  const blocking = known.fits.filter(({tool, variant}) => tool !== "asyncio" || variant !== "default");
  return {
    kind: "question",
    question: "Are your libraries asynchronous?",
    finding: "The model cannot know. One call that blocks stops every other task of an event loop.",
    branches: [
      {
        label: "no, they block",
        taken: false,
        next: {...decisionTreeLeaf(workload, {...known, fits: blocking}), workload: null}
      },
      {label: "yes", taken: true, next: leaf}
    ]
  };
}

/**
 * The tree of one machine: what a task does, how long it is against the cost of handing it over, what it moves, how many
 * there are against the start. Each threshold is the break-even over all allowed tools; the end is the planner's answer.
 */
export function decisionTreePays(name: TreeName, workload: Workload, known: TreeKnown): TreeNode {
  const pays = anyPays(workload, known);
  const endless: Workload = {...workload, tasks: axisRanges.tasks.maximum};
  const unladen: Workload = {...endless, payloadIn: 0, payloadOut: 0};
  const end = () => (name === "waiting" ? askLibraries(workload, known) : decisionTreeLeaf(workload, known));
  const count = () =>
    ask(
      {
        axis: "tasks",
        question: "Are there enough tasks to pay for the start?",
        base: workload,
        passes: pays,
        single: null,
        next: end
      },
      workload,
      known
    );
  const data = () =>
    ask(
      {
        axis: "payload",
        question: "Does what travels stay small?",
        base: endless,
        passes: pays || anyPays(endless, known),
        single: null,
        next: count
      },
      workload,
      known
    );
  const length = () =>
    ask(
      {
        axis: "seconds",
        question: "Is a task long against the cost of handing it over?",
        base: unladen,
        passes: pays || anyPays(unladen, known),
        single: workload.chunk === null ? decisionTreeEdge({...unladen, chunk: 1}, known, "seconds").value : null,
        next: data
      },
      workload,
      known
    );
  return askKind(name, workload, known, length);
}
