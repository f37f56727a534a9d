import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface WaitingRow extends Series {
  readonly task_seconds: number;
  readonly workers: number;
  readonly throughput_per_second: number;
  readonly throughput_per_second_low: number;
  readonly throughput_per_second_high: number;
  readonly efficiency: number;
  readonly samples: number;
}

/** How many waiting tasks a second a tool holds up with so many workers, and the share of what workers without cost would do. */
export const waiting: Query<WaitingRow> = {
  name: "waiting",
  sql: (filter) => `
    SELECT ${seriesColumns}, s.task_seconds, s.workers, ${spread("s.task_count / s.run_seconds", "throughput_per_second")},
      ${spread("s.task_count * s.task_seconds_serial / s.run_seconds / s.workers", "efficiency")}, count(*) AS samples
    FROM samples s
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'waiting' AND s.run_seconds > 0
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.task_seconds, s.workers`
};
