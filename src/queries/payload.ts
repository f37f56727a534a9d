import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface PayloadRow extends Series {
  readonly workload: string;
  readonly direction: "in" | "out";
  readonly payload_bytes: number;
  readonly task_seconds: number;
  readonly task_seconds_low: number;
  readonly task_seconds_high: number;
  readonly samples: number;
}

/** What a task costs that moves so many bytes to a worker, or back, and does nothing else. */
export const payload: Query<PayloadRow> = {
  name: "payload",
  sql: (filter) => `
    SELECT ${seriesColumns}, s.workload, CASE WHEN s.payload_out_bytes > 0 THEN 'out' ELSE 'in' END AS direction,
      greatest(s.payload_in_bytes, s.payload_out_bytes) AS payload_bytes,
      ${spread("s.run_seconds / s.task_count", "task_seconds")}, count(*) AS samples
    FROM samples s
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'payload'
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.workload, direction, payload_bytes`
};
