import type {CostAnswer} from "./cost.ts";
import {alongAxis, type CostAxis, costAxisRanges, costGrid} from "./costAxis.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** One point of an offer's curve; `per_million_usd` is null where the limits exclude it. */
export interface CostCurveRow {
  readonly service: string;
  readonly provider: string;
  readonly value: number;
  readonly per_million_usd: number | null;
}

const points = 13;

/** Two decades either way of where the reader stands, within the axis. */
export function costWindow(workload: CostWorkload, axis: CostAxis): readonly [number, number] {
  const [low, high] = costAxisRanges[axis];
  return [Math.max(low, workload[axis] / 100), Math.min(high, workload[axis] * 100)];
}

/**
 * Cost of a million tasks along an axis: the cheapest of each provider where the reader stands and at both ends, at most
 * `limit` of them, and the reader's own machine.
 */
export function costCurves(
  workload: CostWorkload,
  axis: CostAxis,
  ask: (workload: CostWorkload) => readonly CostAnswer[],
  limit = 6
): readonly CostCurveRow[] {
  const [low, high] = costWindow(workload, axis);
  const grid = costGrid(axis, low, high, points).map((value) => ({
    value,
    answers: ask(alongAxis(workload, axis, value))
  }));
  const firstOfEach = (answers: readonly CostAnswer[]) => {
    const seen = new Set<string>();
    return answers.flatMap(({feasible, provider, service}) => {
      if (!feasible || seen.has(provider) || provider === "any" || provider === "kubernetes") return [];
      seen.add(provider);
      return [service];
    });
  };
  const wanted = [ask(workload), grid[0]?.answers ?? [], grid.at(-1)?.answers ?? []].flatMap(firstOfEach);
  const chosen = [...new Set(["own-machine", ...wanted])].slice(0, limit);
  return chosen.flatMap((service) =>
    grid.flatMap(({value, answers}) => {
      const answer = answers.find((one) => one.service === service);
      return answer
        ? [{service, provider: answer.provider, value, per_million_usd: answer.feasible ? answer.perMillionUsd : null}]
        : [];
    })
  );
}
