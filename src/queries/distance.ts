import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface DistanceRow extends Series {
  readonly pattern: string;
  readonly rtt_seconds: number;
  readonly task_seconds: number;
  readonly task_seconds_low: number;
  readonly task_seconds_high: number;
  readonly samples: number;
}

/** What an empty task costs over a longer way: one at a time and all at once, by the round trip that a proxy adds. */
export const distance: Query<DistanceRow> = {
  name: "distance",
  sql: (filter) => `
    SELECT ${seriesColumns}, s.pattern, s.rtt_seconds, ${spread("s.run_seconds / s.task_count", "task_seconds")}, count(*) AS samples
    FROM samples s
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'dispatch' AND s.rtt_seconds > 0
    GROUP BY ALL ORDER BY ${seriesColumns}, s.pattern, s.rtt_seconds`
};
