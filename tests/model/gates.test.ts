import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {pythonRange} from "../../loaders/pythonRange.ts";
import {readTools} from "../../loaders/readTools.ts";
import {gateReason} from "../../src/model/gateReason.ts";
import {notCompared} from "../../src/model/notCompared.ts";
import {rank} from "../../src/model/rank.ts";
import type {ToolFacts} from "../../src/model/toolFacts.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit, serialFit} from "../fixtures/fits.ts";

const pool = makeFit({startMethod: "spawn"});
const facts: ToolFacts = {
  name: "ProcessPoolExecutor",
  kind: "pool",
  licence: "PSF-2.0",
  platforms: ["linux", "macos", "windows"],
  pythonStated: true,
  pythonFrom: 10,
  pythonTo: 13,
  service: false,
  state: true,
  lines: 14,
  distributions: 0,
  services: 0
};
const why = (changes: Partial<Workload>, other: Partial<ToolFacts> = {}) =>
  gateReason(pool, {...defaultWorkload, ...changes}, {[pool.tool]: {...facts, ...other}});
const without = (changes: Partial<Workload>) => gateReason(pool, {...defaultWorkload, ...changes});

describe("gateReason", () => {
  it("lets through what meets the requirements, and everything where none is made", () => {
    expect(why({})).toBeNull();
    expect(without({})).toBeNull();
    expect(why({need: "state", python: "3.12", licence: "permissive", noService: true})).toBeNull();
  });

  it.each([
    [{platform: "windows" as const}, {platforms: ["linux" as const]}, "does not run on Windows"],
    [{need: "state" as const}, {state: false}, "keeps no state and takes no new tasks while it runs"],
    [{need: "queue" as const}, {}, "its tasks are lost when the program that sends them ends"],
    [{need: "history" as const}, {}, "keeps no schedule and no history of runs"],
    [{python: "3.14" as const}, {}, "takes Python up to 3.13"],
    [{python: "3.10" as const}, {pythonFrom: 11}, "takes Python 3.11 or newer"],
    [{noService: true}, {service: true}, "needs a service that runs all the time; you asked for none"],
    [{licence: "permissive" as const}, {licence: "AGPL-3.0"}, "its licence is AGPL-3.0; you asked for a permissive one"]
  ])("%j against %j", (changes, other, reason) => {
    expect(why(changes, other)).toBe(reason);
  });

  it("counts what is not recorded against a tool, and names it", () => {
    expect(without({noService: true})).toBe("whether it needs a service that runs all the time is not recorded");
    expect(without({licence: "permissive"})).toBe("its licence is not recorded");
    expect(without({python: "3.13"})).toBe("which Python it takes is not recorded");
    expect(without({need: "state"})).toBe("whether it has what you need (state) is not recorded");
    expect(why({need: "state"}, {state: null})).toBe("whether it has what you need (state) is not recorded");
  });

  it("knows a queue by its kind", () => {
    expect(why({need: "queue"}, {kind: "queue"})).toBeNull();
    expect(why({need: "history"}, {kind: "orchestrator"})).toBeNull();
  });

  it("never stops the plain loop, which is there to compare with", () => {
    expect(gateReason(serialFit, {...defaultWorkload, need: "history", noService: true})).toBeNull();
  });
});

describe("what cannot be compared", () => {
  const orchestrator: ToolFacts = {...facts, name: "Airflow", kind: "orchestrator", service: true};
  const all = {[pool.tool]: facts, airflow: orchestrator, polars: {...facts, name: "Polars", kind: "engine" as const}};

  it("is named with the reason, never ranked", () => {
    expect(notCompared(all, [serialFit, pool]).map(({tool}) => tool)).toEqual(["airflow", "polars"]);
    const answer = rank(defaultWorkload, [serialFit, pool], all);
    expect(answer.ranking.map(({tool}) => tool).toSorted()).toEqual(["concurrent-futures-process", "serial"]);
    expect(answer.not_compared[0]!.reason).toMatch(/^an orchestrator: it keeps a schedule/);
  });

  it("leaves a sentence where a schedule is needed, instead of a race", () => {
    const {answer} = rank({...defaultWorkload, need: "history"}, [serialFit, pool], all);
    expect(answer).toBe(
      "None of the tools that were timed on this work and meet your other requirements keep a schedule and a history of runs. Orchestrators do; they are compared with each other, not with a pool."
    );
  });

  it("keeps the loop last where it lacks what is needed, however fast it is", () => {
    const {ranking, answer} = rank({...defaultWorkload, tasks: 2, need: "state"}, [serialFit, pool], all);
    expect(ranking.map(({tool}) => tool)).toEqual(["concurrent-futures-process", "serial"]);
    expect(answer).not.toMatch(/Keep the plain loop/);
  });
});

describe("pythonRange", () => {
  it.each([
    ["3.10 to 3.14", 10, 14],
    ["3.10 or newer, below 3.15", 10, 14],
    ["3.14 or newer; on 3.13 a backport from the package index", 13, null],
    ["every supported CPython; to_thread since 3.9", null, null]
  ])("%s", (text, from, to) => {
    expect(pythonRange(text)).toEqual({from, to});
  });
  it("knows nothing from a text that names no versions", () => {
    expect(pythonRange("those that its dependencies take")).toBeNull();
  });
  it("reads the description of nearly every tool", async () => {
    const libraries = (await readTools()).filter(({category}) => category !== "cloud");
    const unread = libraries.filter((tool) => "python_versions" in tool && pythonRange(tool.python_versions) === null);
    expect(unread.map(({slug}) => slug)).toEqual(["functions-framework"]);
  });
});

describe("data/gates.csv", () => {
  it("asks nothing that the planner cannot ask", () => {
    const gates = readFileSync("data/gates.csv", "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.slice(2));
    const asked: Readonly<Record<string, Partial<Workload>>> = {
      "usable on one machine": {hosts: 1},
      "no always-on service": {noService: true},
      "none by default": {},
      "state (actors or stateful workers) or dynamic submission": {need: "state"},
      "runs on more than one machine": {hosts: 2},
      "a queue that survives the producer": {need: "queue"},
      "a scheduler and a run history": {need: "history"},
      "pure Python on all cores": {kind: "cpu-gil"},
      // Engines for tables are named as not compared, whatever is asked.
      "takes whole tables": {}
    };
    expect([...new Set(gates)].filter((gate) => !(gate in asked))).toEqual([]);
  });
});
