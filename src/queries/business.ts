import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface BusinessRow extends Series {
  readonly workload: string;
  readonly kind: string;
  readonly task_count: number;
  readonly workers: number;
  /** The run, divided by its items: workers stand ready, but a new process imports the work with its first item. */
  readonly item_seconds: number;
  readonly item_seconds_low: number;
  readonly item_seconds_high: number;
  /** The whole job: import the tool, start its workers, run, end them. */
  readonly job_seconds: number;
  readonly job_seconds_low: number;
  readonly job_seconds_high: number;
  readonly samples: number;
}

/** Work of AssetUtilities' kind, by tool: an item when the workers stand ready, and the job with their start and end. */
export const business: Query<BusinessRow> = {
  name: "business",
  sql: (filter) => `
    SELECT ${seriesColumns}, s.workload, s.kind, s.task_count, s.workers, ${spread("s.run_seconds / s.task_count", "item_seconds")},
      ${spread("s.import_seconds + s.start_seconds + s.first_seconds + s.run_seconds + s.stop_seconds", "job_seconds")}, count(*) AS samples
    FROM samples s
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'business'
    GROUP BY ALL ORDER BY s.workload, s.task_count, median(s.run_seconds)`
};
