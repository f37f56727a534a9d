import {group, median, quantile, sum} from "d3";
import {binomialInterval} from "../src/model/binomialInterval.ts";
import {isSerial} from "../src/model/toolTraits.ts";
import type {ForeseenRow, GatheredFit} from "./gatherFits.ts";

/** A foreseen cell with the tool that it belongs to. */
export interface ToolCell extends ForeseenRow {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly form: string;
  /** The larger of predicted and measured over the other. */
  readonly off_ratio: number;
  /** Measured over predicted: above one where the run took longer than foreseen. */
  readonly over_ratio: number;
  readonly inside: boolean;
}

/** How far predictions were off on some cells. Ratios are the larger of predicted and measured over the other. */
export interface ErrorRow {
  readonly cells: number;
  readonly median_ratio: number;
  readonly p90_ratio: number;
  /** On the samples of a quiet machine alone. */
  readonly quiet_median_ratio: number | null;
  readonly quiet_p90_ratio: number | null;
  /** Had what the workers must import been left out. */
  readonly bare_median_ratio: number;
  readonly bare_p90_ratio: number;
  /** Median of measured over predicted, which says to which side. */
  readonly over_ratio: number;
  readonly coverage_share: number;
  readonly least_coverage_share: number;
  readonly most_coverage_share: number;
  /** Share of the single samples inside the band. */
  readonly sample_coverage_share: number;
  readonly computed_from: string;
}

const ratioOf = (a: number, b: number) => Math.max(a / b, b / a);

/** Every foreseen cell of the tools that have workers. */
export const toolCells = (gathered: readonly GatheredFit[]): readonly ToolCell[] =>
  gathered
    .filter(({fit}) => !isSerial(fit))
    .flatMap(({fit: {tool, variant, startMethod, form}, foreseen}) =>
      foreseen.map((cell) => ({
        tool,
        variant,
        start_method: startMethod,
        form,
        ...cell,
        off_ratio: ratioOf(cell.predicted_seconds, cell.measured_seconds),
        over_ratio: cell.measured_seconds / cell.predicted_seconds,
        inside:
          cell.measured_seconds >= cell.predicted_seconds_low && cell.measured_seconds <= cell.predicted_seconds_high
      }))
    );

/** The error over some cells, of which there must be one. */
export function errorRow(cells: readonly ToolCell[]): ErrorRow {
  const ratios = cells.map(({off_ratio}) => off_ratio);
  const quiet = cells.flatMap(({quiet_seconds, predicted_seconds}) =>
    quiet_seconds === null ? [] : [ratioOf(quiet_seconds, predicted_seconds)]
  );
  const bare = cells.map(({bare_seconds, measured_seconds}) => ratioOf(bare_seconds, measured_seconds));
  const inside = cells.filter((cell) => cell.inside).length;
  const [low, high] = binomialInterval(inside, cells.length);
  return {
    cells: cells.length,
    median_ratio: median(ratios)!,
    p90_ratio: quantile(ratios, 0.9)!,
    quiet_median_ratio: median(quiet) ?? null,
    quiet_p90_ratio: quantile(quiet, 0.9) ?? null,
    bare_median_ratio: median(bare)!,
    bare_p90_ratio: quantile(bare, 0.9)!,
    over_ratio: median(cells, ({over_ratio}) => over_ratio)!,
    coverage_share: inside / cells.length,
    least_coverage_share: low,
    most_coverage_share: high,
    sample_coverage_share: sum(cells, ({samples_inside}) => samples_inside) / sum(cells, ({samples}) => samples),
    computed_from: `${cells.length} cells of real work that took no part in any fit`
  };
}

const errorsBy = (cells: readonly ToolCell[], name: string, key: (cell: ToolCell) => string) =>
  [...group(cells, key)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, some]) => ({[name]: value, ...errorRow(some)}));

/** The validation on real work: every cell, and the error by tool, by kind, by work and over all. */
export function validationTables(gathered: readonly GatheredFit[]) {
  const cells = toolCells(gathered).filter(({experiment}) => experiment === "validation");
  const tools = [...group(cells, ({tool, variant, start_method}) => `${tool}:${variant}:${start_method}`).values()];
  return {
    validation_cells: cells.map((cell) => ({
      tool: cell.tool,
      variant: cell.variant,
      start_method: cell.start_method,
      workload: cell.workload,
      kind: cell.kind,
      task_count: cell.task_count,
      workers: cell.workers,
      serial_seconds: cell.serial_seconds,
      predicted_seconds: cell.predicted_seconds,
      predicted_seconds_low: cell.predicted_seconds_low,
      predicted_seconds_high: cell.predicted_seconds_high,
      measured_seconds: cell.measured_seconds,
      off_ratio: cell.off_ratio,
      inside: cell.inside,
      samples: cell.samples
    })),
    validation_tools: tools.map((some) => {
      const {tool, variant, start_method, form} = some[0]!;
      return {tool, variant, start_method, form, ...errorRow(some)};
    }),
    validation_kinds: errorsBy(cells, "kind", ({kind}) => kind),
    validation_works: [...group(cells, ({workload}) => workload).values()]
      .map((some) => ({workload: some[0]!.workload, kind: some[0]!.kind, ...errorRow(some)}))
      .toSorted((a, b) => (a.workload < b.workload ? -1 : 1)),
    validation_all: cells.length > 0 ? [{scope: "all", ...errorRow(cells)}] : []
  };
}
