import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface MemoryRow extends Series {
  readonly workers: number;
  readonly idle_bytes_a_worker: number | null;
  readonly idle_bytes_a_worker_low: number | null;
  readonly idle_bytes_a_worker_high: number | null;
  readonly peak_bytes: number;
  readonly samples: number;
}

/** What idle workers hold (proportional share of the tree below the driver, a worker), and the peak of the whole tree. */
export const memory: Query<MemoryRow> = {
  name: "memory",
  sql: (filter) => `
    SELECT ${seriesColumns}, s.workers, ${spread("m.value", "idle_bytes_a_worker")}, ${spread("s.peak_rss_bytes", "peak_bytes")},
      count(*) AS samples
    FROM samples s LEFT JOIN measures m
      ON m.run_id = s.run_id AND m.sample_id = s.sample_id AND m.name = 'idle_bytes_a_worker'
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'memory' AND s.workload = 'noop'
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.workers`
};
