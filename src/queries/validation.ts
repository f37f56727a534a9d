import type {Query} from "./query.ts";

export interface ValidationRow {
  readonly tool: string;
  readonly variant: string;
  readonly kind: string;
  readonly cells: number;
  readonly median_ratio: number;
  readonly p90_ratio: number;
  readonly band_coverage: number;
}

/** Held-out error by tool, variant and kind of work, and the share of cells inside the 80 % band of the fit's residual spread. */
export const validation: Query<ValidationRow> = {
  name: "validation",
  sql: () => `
    SELECT h.tool, h.variant, h.kind, count(*) AS cells, median(exp(abs(h.log_residual))) AS median_ratio,
      quantile_cont(exp(abs(h.log_residual)), 0.9) AS p90_ratio,
      avg(CASE WHEN abs(h.log_residual) <= 1.2816 * f."residualSd" THEN 1.0 ELSE 0.0 END) AS band_coverage
    FROM heldout_cells h JOIN fits f
      ON f.run_id = h.run_id AND f.tool = h.tool AND f.variant = h.variant AND f."startMethod" = h.start_method
    GROUP BY ALL ORDER BY h.tool, h.variant, h.kind`
};
