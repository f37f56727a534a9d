import {group} from "d3";
import {metgFromCurve} from "../src/model/metgFromCurve.ts";
import type {Series} from "../src/queries/query.ts";
import type {EfficiencyCurve} from "./efficiencyCurves.ts";

/** The smallest worthwhile task by the measured curve, with and without dependencies. Times in seconds. */
export interface MetgDependencyRow extends Series {
  readonly dependencies: number;
  readonly threshold: number;
  readonly workers: number;
  readonly length_seconds: number | null;
  readonly granularity_seconds: number | null;
  readonly shortest_seconds: number;
  readonly longest_seconds: number;
  readonly shortest_efficiency: number;
  readonly longest_efficiency: number;
  /** Why there is no figure; empty where there is one. */
  readonly note: string;
}

const thresholds = [0.5, 0.8, 0.95];

function rowOf({tool, variant, start_method, dependencies, workers, points}: EfficiencyCurve, threshold: number) {
  const [first, last] = [points[0]!, points.at(-1)!];
  const length = metgFromCurve(points, threshold);
  const why =
    last.efficiency >= threshold ? "below the shortest measured length" : "not reached at the longest measured length";
  return {
    tool,
    variant,
    start_method,
    dependencies,
    threshold,
    workers,
    length_seconds: length,
    granularity_seconds: length === null ? null : length / threshold,
    shortest_seconds: first.seconds,
    longest_seconds: last.seconds,
    shortest_efficiency: first.efficiency,
    longest_efficiency: last.efficiency,
    note: length === null ? why : ""
  };
}

/**
 * METG at half, eighty and ninety-five per cent for the tools that ran tasks with three dependencies, beside the same tools'
 * independent tasks, from measured curves. A tool that never gains a second worker's half is told in one row.
 */
export function metgDependencyRows(curves: readonly EfficiencyCurve[]): readonly MetgDependencyRow[] {
  const byTool = group(
    curves.filter(({points}) => points.length >= 2),
    ({tool, variant, start_method: start}) => `${tool}:${variant}:${start}`
  );
  return [...byTool.values()].flatMap((own) =>
    own.some(({dependencies}) => dependencies > 0)
      ? own
          .toSorted((a, b) => a.dependencies - b.dependencies)
          .flatMap((curve) => {
            const rows = thresholds.map((threshold) => rowOf(curve, threshold));
            return rows.every(({length_seconds: length}) => length === null) ? rows.slice(0, 1) : rows;
          })
      : []
  );
}
