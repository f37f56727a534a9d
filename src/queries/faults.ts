import {type Query, sampleCondition, type Series, seriesColumns} from "./query.ts";

export interface FaultsRow extends Series {
  readonly outcome: string;
  readonly detail: string | null;
  readonly lost: number | null;
  readonly doubled: number | null;
  readonly delayed_seconds: number | null;
  readonly samples: number;
}

/** One worker killed half-way: does the job end, with what loss, what done twice, how late. */
export const faults: Query<FaultsRow> = {
  name: "faults",
  sql: (filter) => `
    WITH own AS (
      SELECT run_id, sample_id, max(value) FILTER (name = 'lost') AS lost, max(value) FILTER (name = 'doubled') AS doubled,
        max(value) FILTER (name = 'delayed') AS delayed_seconds
      FROM measures GROUP BY ALL
    )
    SELECT ${seriesColumns}, s.outcome, min(s.detail) AS detail, median(o.lost) AS lost, median(o.doubled) AS doubled,
      median(o.delayed_seconds) AS delayed_seconds, count(*) AS samples
    FROM samples s LEFT JOIN own o ON o.run_id = s.run_id AND o.sample_id = s.sample_id
    WHERE ${sampleCondition(filter)} AND s.experiment = 'fault'
    GROUP BY ${seriesColumns}, s.outcome ORDER BY ${seriesColumns}, s.outcome`
};
