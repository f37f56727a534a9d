import {type Query, sampleCondition} from "./query.ts";

export interface BaselineRow {
  readonly order_index: number;
  readonly baseline_seconds: number;
}

/** The pinned serial baseline in the order of the run, one row for each time it ran: a drift of the machine's speed shows here. */
export const baseline: Query<BaselineRow> = {
  name: "baseline",
  sql: (filter) => `
    SELECT min(s.order_index) AS order_index, s.baseline_seconds FROM samples s
    WHERE ${sampleCondition(filter)} AND s.baseline_seconds IS NOT NULL
    GROUP BY s.run_id, s.baseline_seconds ORDER BY 1, 2`
};
