import {group} from "d3";
import {metgFromCurve} from "../src/model/metgFromCurve.ts";
import type {GranularityRow} from "../src/queries/granularity.ts";
import type {Series} from "../src/queries/query.ts";

/** A point of an efficiency curve of tasks that depend on three of the row before; as the view `stencil` has it. */
export interface StencilPoint extends Series {
  readonly task_seconds: number;
  readonly workers: number;
  readonly speedup: number;
}

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

interface Point {
  readonly seconds: number;
  readonly efficiency: number;
}

function rowOf(series: Series, dependencies: number, workers: number, points: readonly Point[], threshold: number) {
  const sorted = points.toSorted((a, b) => a.seconds - b.seconds);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const length = metgFromCurve(sorted, threshold);
  const reached = last.efficiency >= threshold;
  return {
    tool: series.tool,
    variant: series.variant,
    start_method: series.start_method,
    dependencies,
    threshold,
    workers,
    length_seconds: length,
    granularity_seconds: length === null ? null : length / threshold,
    shortest_seconds: first.seconds,
    longest_seconds: last.seconds,
    shortest_efficiency: first.efficiency,
    longest_efficiency: last.efficiency,
    note:
      length !== null
        ? ""
        : reached
          ? "below the shortest measured length"
          : "not reached at the longest measured length"
  };
}

/**
 * METG at half, eighty and ninety-five per cent for the tools that ran tasks with three dependencies, beside the same tools'
 * independent tasks: both from measured curves of two workers, with the tool's own chunks.
 */
export function metgDependencyRows(
  independent: readonly GranularityRow[],
  stencil: readonly StencilPoint[]
): readonly MetgDependencyRow[] {
  const workers = 2;
  const keyOf = (row: Series) => `${row.tool}:${row.variant}:${row.start_method}`;
  const free = group(
    independent.filter((row) => row.workers === workers && row.kind === "cpu-gil"),
    keyOf
  );
  const bound = group(
    stencil.filter((row) => row.workers === workers && !row.tool.startsWith("serial")),
    keyOf
  );
  return [...bound].flatMap(([key, rows]) => {
    const curves = [
      {
        dependencies: 0,
        points: (free.get(key) ?? []).map((row) => ({seconds: row.task_seconds, efficiency: row.efficiency}))
      },
      {dependencies: 3, points: rows.map((row) => ({seconds: row.task_seconds, efficiency: row.speedup / workers}))}
    ];
    return curves
      .filter(({points}) => points.length >= 2)
      .flatMap(({dependencies, points}) =>
        thresholds.map((threshold) => rowOf(rows[0]!, dependencies, workers, points, threshold))
      );
  });
}
