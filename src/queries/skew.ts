import {joinLoops, loops, loopSeconds} from "./plainLoop.ts";
import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface SkewRow extends Series {
  readonly kind: string;
  readonly distribution: string;
  readonly task_cv: number;
  readonly task_count: number;
  readonly workers: number;
  /** `default` is the tool's own chunk size. */
  readonly chunk: string;
  readonly run_seconds: number;
  readonly speedup: number;
  readonly speedup_low: number;
  readonly speedup_high: number;
  readonly samples: number;
}

/** Uneven tasks of the same mean, warm, against the plain loop: who lets an idle worker take the next one. */
export const skew: Query<SkewRow> = {
  name: "skew",
  sql: (filter) => `
    WITH ${loops}
    SELECT ${seriesColumns}, s.kind, s.distribution, s.task_cv, s.task_count, s.workers,
      coalesce(s.chunk_size::VARCHAR, 'default') AS chunk, median(s.run_seconds) AS run_seconds,
      ${spread(`s.task_count * ${loopSeconds} / s.run_seconds`, "speedup")}, count(*) AS samples
    FROM samples s ${joinLoops}
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'skew' AND s.run_seconds > 0
      AND s.tool NOT LIKE 'serial%'
    GROUP BY ALL ORDER BY s.kind, s.distribution, s.task_cv, s.tool, s.variant, s.start_method, chunk`
};
