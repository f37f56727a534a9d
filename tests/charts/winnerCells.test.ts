import {describe, expect, it} from "vitest";
import {winnerCells} from "../../src/components/winnerCells.ts";
import {predict} from "../../src/model/predict.ts";
import {probabilityFaster} from "../../src/model/probability.ts";
import {tieBelow} from "../../src/model/rank.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {someFits} from "../fixtures/fits.ts";

/** The winner of one field by predicting every way there is, and whether it is a tie. */
function bruteForce(workload: Workload) {
  const all = [
    {name: "serial:default", seconds: workload.tasks * workload.seconds, logSd: 0},
    ...someFits
      .filter(({tool}) => !tool.startsWith("serial"))
      .map((fit) => ({name: `${fit.tool}:${fit.variant}`, ...predict(fit, workload)}))
  ].toSorted((a, b) => a.seconds - b.seconds);
  const [best] = all as [(typeof all)[number]];
  const next = all.find(({name}) => name !== best.name)!;
  return {name: best.name, seconds: best.seconds, tie: probabilityFaster(best, next) < tieBelow};
}

describe("winnerCells", () => {
  it.each([
    ["computing", {}],
    ["waiting", {kind: "waiting" as const, workers: 16}],
    ["releasing the GIL, many cores", {kind: "cpu-releases-gil" as const, cores: 16}],
    ["warm", {warm: true}],
    ["a hundred runs a day, with data", {runsADay: 100, payloadIn: 100_000}]
  ])("%s: leaves nobody out that could have won", (_, changes) => {
    const workload = {...defaultWorkload, ...changes};
    for (const cell of winnerCells(someFits, workload)) {
      const {seconds, tasks} = cell;
      const brute = bruteForce({...workload, seconds, tasks});
      expect([`${cell.tool}:${cell.variant}`, cell.tie], `${tasks} tasks of ${seconds} s`).toEqual([
        brute.name,
        brute.tie
      ]);
    }
  });

  it("shows the best for the weights, and no loop where the work needs what a loop has not", () => {
    const facts = Object.fromEntries(
      someFits.map(({tool}) => [
        tool,
        {
          name: tool,
          kind: "pool" as const,
          licence: "MIT",
          platforms: null,
          pythonStated: true,
          pythonFrom: null,
          pythonTo: null,
          service: false,
          state: true,
          lines: 20,
          distributions: 0,
          services: 0
        }
      ])
    );
    const tools = (changes: Partial<Workload>) =>
      new Set(winnerCells(someFits, {...defaultWorkload, ...changes}, {facts}).map(({tool}) => tool));
    expect([...tools({effortWeight: 1})]).toEqual(["serial"]);
    expect(tools({need: "state"}).has("serial")).toBe(false);
    expect(tools({}).has("serial")).toBe(true);
  });
});
