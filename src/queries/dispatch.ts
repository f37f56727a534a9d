import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface DispatchRow extends Series {
  readonly pattern: string;
  /** `default` is the tool's own chunk size. */
  readonly chunk: string;
  readonly workers: number;
  readonly task_count: number;
  readonly task_seconds: number;
  readonly task_seconds_low: number;
  readonly task_seconds_high: number;
  readonly tasks_per_second: number;
  readonly samples: number;
}

/**
 * What an empty task costs: one at a time (latency) and all at once (throughput). All at once with the count nearest to
 * ten thousand that was measured: fewer tasks would show the cost of a call, more do not change the figure.
 */
export const dispatch: Query<DispatchRow> = {
  name: "dispatch",
  sql: (filter) => `
    WITH cells AS (
      SELECT ${seriesColumns}, s.pattern, coalesce(s.chunk_size::VARCHAR, 'default') AS chunk, s.workers, s.task_count,
        ${spread("s.run_seconds / s.task_count", "task_seconds")}, ${spread("s.task_count / s.run_seconds", "tasks_per_second")},
        count(*) AS samples
      FROM samples s
      WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'dispatch' AND s.run_seconds > 0
        AND coalesce(s.rtt_seconds, 0) = 0
      GROUP BY ALL
    )
    SELECT * EXCLUDE (place) FROM (
      SELECT *, row_number() OVER (
        PARTITION BY tool, variant, start_method, pattern, chunk, workers ORDER BY abs(ln(task_count / 10000.0)), task_count
      ) AS place FROM cells
    ) WHERE place = 1 ORDER BY tool, variant, start_method, pattern, chunk, workers`
};
