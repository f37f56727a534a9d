import {type Query, sampleCondition} from "./query.ts";

export interface OutcomesRow {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly experiment: string;
  readonly outcome: string;
  readonly detail: string | null;
  readonly samples: number;
}

/** Every outcome but ok, with its reason: failures and limits are results. */
export const outcomes: Query<OutcomesRow> = {
  name: "outcomes",
  sql: (filter) => `
    SELECT s.tool, s.variant, s.start_method, s.experiment, s.outcome, s.detail, count(*) AS samples
    FROM samples s WHERE ${sampleCondition(filter)} AND s.outcome <> 'ok'
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.experiment, s.outcome, s.detail`
};
