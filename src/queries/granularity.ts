import {joinLoops, loops, loopSeconds} from "./plainLoop.ts";
import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface GranularityRow extends Series {
  readonly kind: string;
  readonly task_seconds: number;
  readonly workers: number;
  readonly efficiency: number;
  readonly efficiency_low: number;
  readonly efficiency_high: number;
  readonly speedup: number;
  readonly speedup_low: number;
  readonly speedup_high: number;
  readonly run_seconds: number;
  readonly samples: number;
}

/** Efficiency and speed-up of warm workers against the task length, the tool's own chunks: computing, independent tasks. */
export const granularity: Query<GranularityRow> = {
  name: "granularity",
  sql: (filter) => `
    WITH ${loops}
    SELECT ${seriesColumns}, s.kind, s.task_seconds, s.workers,
      ${spread(`s.task_count * ${loopSeconds} / s.run_seconds / s.workers`, "efficiency")},
      ${spread(`s.task_count * ${loopSeconds} / s.run_seconds`, "speedup")},
      ${spread("s.run_seconds", "run_seconds")}, count(*) AS samples
    FROM samples s ${joinLoops}
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'granularity' AND s.pattern = 'independent'
      AND s.run_seconds > 0 AND ${loopSeconds} IS NOT NULL AND s.chunk_size IS NULL
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.kind, s.workers, s.task_seconds`
};
