import {literal, type Query, type Series} from "./query.ts";

export interface HeldoutRow extends Series {
  readonly form: string;
  readonly cells: number;
  readonly median_ratio: number;
  readonly p90_ratio: number;
}

/** How far each fit was off on cells it had not seen: max(predicted/measured, measured/predicted), median and ninth decile. */
export const heldout: Query<HeldoutRow> = {
  name: "heldout",
  sql: ({runs}) => `
    SELECT s.tool, s.variant, s.start_method, s.form, count(*) AS cells,
      median(exp(abs(s.log_residual))) AS median_ratio, quantile_cont(exp(abs(s.log_residual)), 0.9) AS p90_ratio
    FROM heldout_cells s
    WHERE s.way = 'fold' ${runs && runs.length > 0 ? `AND s.run_id IN (${runs.map(literal).join(", ")})` : ""}
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.form`
};
