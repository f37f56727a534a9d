import {group} from "d3";
import type {Fit} from "../src/model/fit.ts";
import {metgParting} from "../src/model/metgParting.ts";
import type {Series} from "../src/queries/query.ts";
import type {MetgRow} from "./metgRows.ts";

/** The smallest worthwhile task of one tool at three thresholds, by curve and by closed form; seconds, null: never reached. */
export interface MetgThresholdRow extends Series {
  readonly form: string;
  /** Efficiency of two workers on long tasks: no threshold above it is reached. */
  readonly efficiency: number;
  readonly curve_50_seconds: number | null;
  readonly closed_50_seconds: number | null;
  readonly curve_80_seconds: number | null;
  readonly closed_80_seconds: number | null;
  readonly curve_95_seconds: number | null;
  readonly closed_95_seconds: number | null;
  /** The threshold from which on closed form and curve differ by 1.4 or more; null: nowhere. */
  readonly parts_at_threshold: number | null;
}

/** One row a fitted tool, from the rows of `metg`. */
export function metgThresholdRows(rows: readonly MetgRow[], fits: readonly Fit[]): readonly MetgThresholdRow[] {
  const keyOf = (row: Series) => `${row.tool}:${row.variant}:${row.start_method}`;
  const byTool = group(rows, keyOf);
  return fits.flatMap((fit) => {
    const own = byTool.get(`${fit.tool}:${fit.variant}:${fit.startMethod}`);
    if (!own) return [];
    const at = (threshold: number) => own.find((row) => Math.abs(row.threshold - threshold) < 1e-9);
    return [
      {
        tool: fit.tool,
        variant: fit.variant,
        start_method: fit.startMethod,
        form: fit.form,
        efficiency: fit.parameters.efficiency,
        curve_50_seconds: at(0.5)?.granularity_seconds ?? null,
        closed_50_seconds: at(0.5)?.closed_form_seconds ?? null,
        curve_80_seconds: at(0.8)?.granularity_seconds ?? null,
        closed_80_seconds: at(0.8)?.closed_form_seconds ?? null,
        curve_95_seconds: at(0.95)?.granularity_seconds ?? null,
        closed_95_seconds: at(0.95)?.closed_form_seconds ?? null,
        parts_at_threshold: metgParting(fit, own[0]!.workers)
      }
    ];
  });
}
