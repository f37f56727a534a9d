import {describe, expect, it} from "vitest";
import {decisionTree} from "../../src/model/decisionTree.ts";
import {anyPays, decisionTreeEdge} from "../../src/model/decisionTreeEdge.ts";
import {parseTreeInputs, treeInputsToSearch} from "../../src/model/decisionTreeInputs.ts";
import type {TreeInputs, TreeLeaf, TreeNode, TreeQuestion} from "../../src/model/decisionTreeNode.ts";
import {decisionTreeTaken} from "../../src/model/decisionTreeTaken.ts";
import {decisionTreeText} from "../../src/model/decisionTreeText.ts";
import {breakEven} from "../../src/model/breakEven.ts";
import {rank} from "../../src/model/rank.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit, serialFit, someFits} from "../fixtures/fits.ts";

const known = {fits: someFits, facts: {}};

const work = (changes: Partial<Workload> = {}): Workload => ({...defaultWorkload, ...changes});
const inputs = (changes: Partial<Workload> = {}, own: Partial<TreeInputs> = {}): TreeInputs => ({
  workload: work(changes),
  deadlineHours: 1,
  needGib: 0.25,
  ...own
});

/** What the planner's sentence tells the reader to use, read from its words. */
function plannerChoice(workload: Workload): string {
  const {answer, ranking} = rank(workload, someFits);
  if (answer.startsWith("Keep the plain loop") || answer.includes("keep the loop")) return "serial:default";
  const [first] = ranking;
  return `${first!.tool}:${first!.variant}`;
}

/** The questions on the reader's way. */
function asked(node: TreeNode): readonly TreeQuestion[] {
  return node.kind === "leaf" ? [] : [node, ...asked(node.branches.find(({taken}) => taken)!.next)];
}

function leaves(node: TreeNode): readonly TreeLeaf[] {
  return node.kind === "leaf" ? [node] : node.branches.flatMap(({next}) => leaves(next));
}

const grid = (["cpu-gil", "cpu-releases-gil", "waiting"] as const).flatMap((kind) =>
  [1, 40, 10_000].flatMap((tasks) =>
    [1e-6, 1e-4, 5e-3, 0.5].flatMap((seconds) =>
      [0, 1e5, 1e8].flatMap((payloadIn) => [1, 8].map((cores) => work({kind, tasks, seconds, payloadIn, cores})))
    )
  )
);

describe.each(["computing", "waiting"] as const)("the tree on %s", (name) => {
  it("ends in the planner's answer, for each of many workloads", () => {
    expect(grid).toHaveLength(216);
    const ends = grid.map((workload) => decisionTreeTaken(decisionTree(name, {...inputs(), workload}, known)).choice);
    expect(ends).toEqual(grid.map(plannerChoice));
    // The grid is of use only if its answers differ.
    expect(new Set(ends).size).toBeGreaterThan(3);
  });

  it("gives at its other ends the planner's answer to the workload that stands there", () => {
    for (const workload of grid.filter((_, place) => place % 7 === 0)) {
      for (const {choice, workload: there} of leaves(decisionTree(name, {...inputs(), workload}, known)))
        if (there) expect(choice).toBe(plannerChoice(there));
    }
  });
});

describe("the thresholds of the tree on computing", () => {
  it("are the break-even: one task fewer keeps the loop, the edge itself does not", () => {
    const edge = decisionTreeEdge(work(), known, "tasks").value!;
    expect(anyPays(work({tasks: edge}), known)).toBe(true);
    expect(anyPays(work({tasks: edge - 1}), known)).toBe(false);
    expect(rank(work({tasks: edge - 1}), someFits).ranking[0]!.tool).toBe("serial");
    expect(rank(work({tasks: edge}), someFits).ranking[0]!.tool).not.toBe("serial");
  });

  it("lie where the first of the tools lies, not where one of them does", () => {
    const edges = someFits
      .filter(({tool}) => tool !== "serial")
      .map((fit) => breakEven(fit, work(), "tasks"))
      .flatMap(({value}) => value ?? []);
    expect(decisionTreeEdge(work(), known, "tasks").value).toBe(Math.min(...edges));
  });

  it("send short, laden and few tasks out at three different questions", () => {
    const exit = (changes: Partial<Workload>) =>
      asked(decisionTree("computing", inputs(changes), known)).at(-1)!.question;
    expect(exit({seconds: 1e-7})).toBe("Is a task long against the cost of handing it over?");
    expect(exit({payloadIn: 1e9})).toBe("Does what travels stay small?");
    expect(exit({tasks: 2, seconds: 1e-3})).toBe("Are there enough tasks to pay for the start?");
  });

  it("tell apart what pays only in chunks from what may be handed over one by one", () => {
    const length = (seconds: number) => asked(decisionTree("computing", inputs({seconds}), known))[1]!;
    const single = decisionTreeEdge(work({tasks: 1e9, chunk: 1}), known, "seconds").value!;
    const way = (seconds: number) => length(seconds).branches.find(({taken}) => taken)!.label;
    expect(single).toBeGreaterThan(1e-5);
    expect(way(single * 0.9)).toMatch(/: only in chunks$/);
    expect(way(single * 1.1)).toMatch(/: one by one, too$/);
    // Below it no tool gains with single tasks, above it one does: by the planner itself.
    const first = (seconds: number) => rank(work({tasks: 1e9, chunk: 1, seconds}), someFits).ranking[0]!.tool;
    expect(first(single * 0.99)).toBe("serial");
    expect(first(single * 1.01)).not.toBe("serial");
  });

  it("say why no length of a task is enough", () => {
    const tree = decisionTree("computing", inputs({cores: 1}), known);
    expect(asked(tree).at(-1)!.finding).toBe("Here no length is enough: one core computes one task at a time.");
  });

  it("take exactly one way from each question", () => {
    for (const question of asked(decisionTree("computing", inputs(), known)))
      expect(question.branches.filter(({taken}) => taken)).toHaveLength(1);
  });
});

describe("the tree on waiting", () => {
  it("names the best of the rest for libraries that block", () => {
    const fits = [
      serialFit,
      makeFit({tool: "asyncio", startMethod: "none"}),
      makeFit({startMethod: "spawn", parameters: {chunk: 1e-3}})
    ];
    const tree = decisionTree("waiting", inputs({kind: "waiting", seconds: 0.1}), {fits, facts: {}});
    const question = asked(tree).at(-1)!;
    expect(question.question).toBe("Are your libraries asynchronous?");
    expect(question.branches.map(({next}) => (next as TreeLeaf).choice)).toEqual([
      "concurrent-futures-process:default",
      "asyncio:default"
    ]);
  });
});

describe("the tree on leaving one machine", () => {
  const ray = makeFit({
    tool: "ray",
    variant: "tasks",
    startMethod: "none",
    parameters: {chunk: 4e-4, efficiency: 0.95}
  });
  const fits = [...someFits, ray];
  const leave = (changes: Partial<Workload>, own: Partial<TreeInputs> = {}) =>
    decisionTree("leave", inputs(changes, own), {fits, facts: {}});

  it("stays where this machine is done in time, with the planner's answer", () => {
    const leaf = decisionTreeTaken(leave({}));
    expect(leaf.choice).toBe(plannerChoice(work()));
    expect(leaf.workload).toEqual(work());
  });

  it("asks for the fewest cores that are done in time", () => {
    const {workload} = decisionTreeTaken(leave({tasks: 100_000, seconds: 1}));
    const best = (cores: number) => rank(work({tasks: 100_000, seconds: 1, cores}), fits).ranking[0]!.seconds;
    expect(best(workload!.cores)).toBeLessThanOrEqual(3600);
    expect(best(workload!.cores - 1)).toBeGreaterThan(3600);
  });

  it("goes to several machines with a tool that runs on them where one is not enough", () => {
    const leaf = decisionTreeTaken(leave({tasks: 1_000_000, seconds: 1}));
    expect(leaf.choice).toBe("ray:tasks");
    expect(leaf.workload!.hosts).toBe(Math.ceil(leaf.workload!.cores / 2));
    expect(leaf.advice).toBe("Use Ray tasks");
    expect(decisionTreeText(leaf)).toMatch(
      /^On \d+ machines like yours: Extrapolated: Ray tasks is .* is not counted\.$/
    );
  });

  it("divides the job where one dispatcher is the limit, splits the task where that is", () => {
    expect(decisionTreeTaken(leave({tasks: 100_000_000, seconds: 1})).advice).toContain("Divide the job");
    expect(decisionTreeTaken(leave({tasks: 1, seconds: 7200})).advice).toBe("Split the task");
  });

  it("lets no more workers begin than fit into memory, and none where one does not fit", () => {
    const own = {needGib: 3};
    expect(decisionTreeTaken(leave({cores: 8, memoryGib: 7}, own)).workload!.workers).toBe(2);
    expect(decisionTreeTaken(leave({cores: 8, memoryGib: 2}, own)).choice).toBeNull();
  });
});

describe("the address of a tree", () => {
  it("brings back what was put in", () => {
    const own = {workload: work({tasks: 7, memoryGib: 8}), deadlineHours: 2.5, needGib: 4};
    const search = treeInputsToSearch("leave", own);
    expect(search).toBe("?tasks=7&memory_gib=8&tree=leave&deadline_hours=2.5&need_gib=4");
    expect(parseTreeInputs(Object.fromEntries(new URLSearchParams(search)))).toEqual({
      tree: "leave",
      inputs: own,
      problems: []
    });
  });

  it("names what it refuses, and what is allowed", () => {
    const {tree, inputs: read, problems} = parseTreeInputs({tree: "oak", deadline_hours: "-1", need_gib: "x"});
    expect([tree, read.deadlineHours, read.needGib]).toEqual(["computing", 1, 0.25]);
    expect(problems).toEqual([
      "deadline_hours must be 0.001…8760, got -1",
      "need_gib must be 0.001…100000, got x",
      "tree must be one of computing, waiting, leave, got oak"
    ]);
  });
});
