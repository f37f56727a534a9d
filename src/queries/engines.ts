import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface EnginesRow extends Series {
  readonly query: string;
  readonly data_bytes: number;
  readonly run_seconds: number;
  readonly run_seconds_low: number;
  readonly run_seconds_high: number;
  readonly cold_seconds: number;
  readonly start_seconds: number;
  readonly peak_rss_bytes: number;
  readonly samples: number;
}

/** A query on a table by each engine: warm, the first time in a fresh process, import and start, and peak memory. */
export const engines: Query<EnginesRow> = {
  name: "engines",
  sql: (filter) => `
    SELECT ${seriesColumns}, s.workload AS query, s.data_bytes, ${spread("s.run_seconds", "run_seconds")},
      median(s.first_seconds) AS cold_seconds, median(s.import_seconds + s.start_seconds) AS start_seconds,
      median(s.peak_rss_bytes) AS peak_rss_bytes, count(*) AS samples
    FROM samples s
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'table'
    GROUP BY ALL ORDER BY s.data_bytes, s.workload, median(s.run_seconds)`
};
