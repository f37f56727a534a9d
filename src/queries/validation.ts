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

const ratio = "greatest(f.predicted_seconds / f.measured_seconds, f.measured_seconds / f.predicted_seconds)";

/**
 * Predictions against real work that took no part in any fit, by tool, variant and kind of work: median and ninth decile of
 * the larger of predicted and measured over the other, and the share of cells inside the 80 % band.
 */
export const validation: Query<ValidationRow> = {
  name: "validation",
  sql: () => `
    SELECT f.tool, f.variant, f.kind, count(*) AS cells, median(${ratio}) AS median_ratio,
      quantile_cont(${ratio}, 0.9) AS p90_ratio,
      avg(CASE WHEN f.measured_seconds BETWEEN f.predicted_seconds_low AND f.predicted_seconds_high THEN 1.0 ELSE 0.0 END)
        AS band_coverage
    FROM foreseen_cells f WHERE f.experiment = 'validation' AND NOT starts_with(f.tool, 'serial')
    GROUP BY ALL ORDER BY f.tool, f.variant, f.kind`
};
