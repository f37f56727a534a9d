import {joinLoops, loops, loopSeconds} from "./plainLoop.ts";
import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface StencilRow extends Series {
  readonly task_seconds: number;
  readonly task_count: number;
  readonly workers: number;
  readonly speedup: number;
  readonly speedup_low: number;
  readonly speedup_high: number;
  readonly run_seconds: number;
  readonly samples: number;
}

/** Speed-up of tasks that each need three of the row before, against the plain loop over the same tasks. */
export const stencil: Query<StencilRow> = {
  name: "stencil",
  sql: (filter) => `
    WITH ${loops}
    SELECT ${seriesColumns}, s.task_seconds, s.task_count, s.workers,
      ${spread(`s.task_count * ${loopSeconds} / s.run_seconds`, "speedup")},
      ${spread("s.run_seconds", "run_seconds")}, count(*) AS samples
    FROM samples s ${joinLoops}
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'granularity' AND s.pattern = 'stencil'
      AND s.run_seconds > 0 AND ${loopSeconds} IS NOT NULL
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.workers, s.task_seconds, s.task_count`
};
