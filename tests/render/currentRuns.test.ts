import {expect, it} from "vitest";
import {currentRuns, defaultRun} from "../../loaders/currentRuns.ts";
import type {RunHead} from "../../loaders/readRuns.ts";

interface Settings {
  readonly part: string | null;
  readonly profile?: string;
  readonly hour?: number;
  readonly planned?: boolean;
}

/** A run that left a sample of each of these tools. */
function run(
  folder: string,
  tools: readonly string[],
  {part, profile = "standard", hour = 9, planned = true}: Settings
) {
  const cells = tools.map((tool) => ({tool, variant: "default", experiment: "dispatch", cells: 1}));
  const environment = {
    run_id: folder,
    machine: "here",
    part,
    profile,
    profile_of: null,
    started_utc: `2026-11-25T${String(hour).padStart(2, "0")}:00:00Z`,
    planned: planned ? cells : [],
    pythons: [{build: "gil"}]
  };
  return {folder, environment, tools} as unknown as RunHead;
}
const names = (runs: readonly RunHead[]) => runs.map(({folder}) => folder).toSorted();

it("shows the newest run of the deepest profile of each part", () => {
  const runs = [
    run("old", ["serial", "joblib"], {part: "pools"}),
    run("new", ["serial", "joblib"], {part: "pools", hour: 10}),
    run("quick", ["serial", "joblib"], {part: "pools", hour: 11, profile: "quick"}),
    run("queues", ["serial", "celery"], {part: "queues"})
  ];
  expect(names(currentRuns(runs))).toEqual(["new", "queues"]);
});

it("does not let a run of tools named one by one stand for a part", () => {
  const runs = [
    run("pools", ["serial", "joblib"], {part: "pools"}),
    run("one tool", ["serial", "joblib"], {part: null, hour: 12})
  ];
  expect(names(currentRuns(runs))).toEqual(["pools"]);
  expect(defaultRun(runs).folder).toBe("pools");
});

it("takes such a run in for a tool that no part holds, the newest of them", () => {
  const runs = [
    run("pools", ["serial", "joblib"], {part: "pools"}),
    run("first", ["serial", "ray"], {part: null, hour: 11}),
    run("second", ["serial", "ray"], {part: null, hour: 12})
  ];
  expect(names(currentRuns(runs))).toEqual(["pools", "second"]);
});

it("reads a run from before there were parts as the pools", () => {
  const runs = [run("early", ["serial"], {part: null, planned: false}), run("ray", ["ray"], {part: null})];
  expect(defaultRun(runs).folder).toBe("early");
});

it("shows what there is where nothing but named tools was measured", () => {
  expect(names(currentRuns([run("ray", ["ray"], {part: null})]))).toEqual(["ray"]);
});
