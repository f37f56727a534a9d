import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface StartupRow extends Series {
  readonly workers: number;
  readonly import_seconds: number;
  readonly start_seconds: number;
  readonly first_seconds: number;
  readonly stop_seconds: number;
  readonly total_seconds: number;
  readonly total_seconds_low: number;
  readonly total_seconds_high: number;
  readonly samples: number;
}

/** What it costs to begin and to end: every phase but the run, by tool, start method and workers. */
export const startup: Query<StartupRow> = {
  name: "startup",
  sql: (filter) => `
    SELECT ${seriesColumns}, s.workers,
      ${["import", "start", "first", "stop"].map((phase) => spread(`s.${phase}_seconds`, `${phase}_seconds`)).join(", ")},
      ${spread("s.import_seconds + s.start_seconds + s.first_seconds + s.stop_seconds", "total_seconds")},
      count(*) AS samples
    FROM samples s
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.workers <= 4 AND s.start_seconds IS NOT NULL
      AND s.experiment = 'startup'
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.workers`
};
