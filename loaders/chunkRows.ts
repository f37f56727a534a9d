import {group, min} from "d3";
import {bestChunk} from "../src/model/bestChunk.ts";
import {predict} from "../src/model/predict.ts";
import type {Workload} from "../src/model/workload.ts";
import {defaultWorkload} from "../src/model/workloadFields.ts";
import type {GatheredFit, HeldoutRow} from "./gatherFits.ts";

interface SeriesRow {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly task_count: number;
  readonly task_seconds: number;
  readonly workers: number;
}

/** A chunk size of a sweep: measured, and foreseen by a fit that had not seen it (its own default: every fifth cell). Seconds. */
export interface ChunkRow extends SeriesRow {
  /** null: the tool's own default. */
  readonly chunk_size: number | null;
  readonly measured_seconds: number;
  readonly predicted_seconds: number;
  readonly off_ratio: number;
}

/** What a sweep says of chunks: the model's best, and what the tool's default costs beyond the best, foreseen and measured. */
export interface ChunkAdviceRow extends SeriesRow {
  readonly best_chunk: number;
  readonly best_seconds: number;
  readonly default_chunk: number | null;
  readonly default_ratio: number;
  readonly measured_best_chunk: number;
  readonly measured_default_ratio: number | null;
  readonly computed_from: string;
}

/** A point of the model's curve over chunk sizes, and what was measured there; null where nothing was. Seconds. */
export interface ChunkCurveRow extends SeriesRow {
  readonly chunk: number;
  readonly predicted_seconds: number;
  readonly predicted_seconds_low: number;
  readonly predicted_seconds_high: number;
  readonly measured_seconds: number | null;
}

interface Sweep {
  readonly gathered: GatheredFit;
  readonly series: SeriesRow;
  readonly workload: Workload;
  /** One row a chunk size, the default among them if it was measured. */
  readonly cells: readonly HeldoutRow[];
}

const foreseen = ({measured_seconds, log_residual}: HeldoutRow) => measured_seconds / Math.exp(log_residual);

/** Computing work that was cut into chunks of several sizes, by tool, count and length. */
function sweeps(gathered: readonly GatheredFit[]): readonly Sweep[] {
  return gathered.flatMap((one) => {
    const {tool, variant, startMethod} = one.fit;
    const chunked = one.heldout.filter((cell) => cell.way === "chunk" && cell.workload === "busy");
    const same = (a: HeldoutRow, b: HeldoutRow) =>
      a.task_count === b.task_count && a.task_seconds === b.task_seconds && a.workers === b.workers;
    return [...group(chunked, (cell) => `${cell.task_count} ${cell.task_seconds} ${cell.workers}`).values()].map(
      (some): Sweep => {
        const first = some[0]!;
        const own = one.heldout.find(
          (cell) => cell.way === "fold" && cell.workload === "busy" && cell.chunk_size === null && same(cell, first)
        );
        const {task_count, task_seconds, workers, serial_seconds: seconds} = first;
        return {
          gathered: one,
          series: {
            tool,
            variant,
            start_method: startMethod,
            task_count,
            task_seconds: task_seconds ?? seconds,
            workers
          },
          workload: {
            ...defaultWorkload,
            tasks: task_count,
            seconds,
            workers,
            cores: workers,
            kind: "cpu-gil",
            warm: true
          },
          cells: [...some, ...(own ? [own] : [])]
        };
      }
    );
  });
}

const rowsOf = ({series, cells}: Sweep): readonly ChunkRow[] =>
  cells
    .map((cell) => ({
      ...series,
      chunk_size: cell.chunk_size,
      measured_seconds: cell.measured_seconds,
      predicted_seconds: foreseen(cell),
      off_ratio: Math.exp(Math.abs(cell.log_residual))
    }))
    .toSorted((a, b) => (a.chunk_size ?? 0) - (b.chunk_size ?? 0));

function adviceOf({series, workload, cells, gathered: {fit}}: Sweep): readonly ChunkAdviceRow[] {
  const best = bestChunk(fit, workload);
  if (!best) return [];
  const sized = cells.filter(({chunk_size}) => chunk_size !== null);
  const fastest = sized.toSorted((a, b) => a.measured_seconds - b.measured_seconds)[0]!;
  const own = cells.find(({chunk_size}) => chunk_size === null);
  const least = min([fastest.measured_seconds, ...(own ? [own.measured_seconds] : [])])!;
  return [
    {
      ...series,
      best_chunk: best.chunk,
      best_seconds: best.seconds,
      default_chunk: predict(fit, workload).chunk,
      default_ratio: (best.seconds + best.saved_against_default) / best.seconds,
      measured_best_chunk: fastest.chunk_size!,
      measured_default_ratio: own ? own.measured_seconds / least : null,
      computed_from: "the fitted form of this tool, at the sweep's count and length"
    }
  ];
}

function curveOf({series, workload, cells, gathered: {fit}}: Sweep): readonly ChunkCurveRow[] {
  const most = Math.ceil(series.task_count / series.workers);
  const measured = new Map(cells.map(({chunk_size, measured_seconds}) => [chunk_size, measured_seconds]));
  const sizes = new Set([...measured.keys()].filter((size) => size !== null && size <= most) as number[]);
  for (let size = 1; size <= most; size = Math.ceil(size * 1.25)) sizes.add(size);
  return [...sizes]
    .toSorted((a, b) => a - b)
    .map((chunk) => {
      const {seconds, low, high} = predict(fit, {...workload, chunk});
      return {
        ...series,
        chunk,
        predicted_seconds: seconds,
        predicted_seconds_low: low,
        predicted_seconds_high: high,
        measured_seconds: measured.get(chunk) ?? null
      };
    });
}

/** Chunk sweeps as measured and as the model has them: cells, advice, curves. */
export function chunkTables(gathered: readonly GatheredFit[]) {
  const all = sweeps(gathered);
  return {
    chunk_cells: all.flatMap(rowsOf),
    chunk_advice: all.filter(({cells}) => cells.length > 2).flatMap(adviceOf),
    chunk_curves: all.filter(({cells}) => cells.length > 2).flatMap(curveOf)
  };
}
