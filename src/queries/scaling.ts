import {joinLoops, loops, loopSeconds} from "./plainLoop.ts";
import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface ScalingRow extends Series {
  readonly kind: string;
  readonly law: "fixed" | "growing";
  readonly workers: number;
  readonly speedup: number;
  readonly speedup_low: number;
  readonly speedup_high: number;
  readonly efficiency: number;
  readonly efficiency_low: number;
  readonly efficiency_high: number;
  readonly samples: number;
}

/** Tasks a worker of the plan's growing work; every other count is fixed work. */
const growing = "s.task_count = 20 * s.workers AND s.task_count <> 40";

/** Speed-up of warm workers over the plain loop of the same tasks: fixed work, and work that grows with the workers. */
export const scaling: Query<ScalingRow> = {
  name: "scaling",
  sql: (filter) => `
    WITH ${loops}
    SELECT ${seriesColumns}, s.kind, CASE WHEN ${growing} THEN 'growing' ELSE 'fixed' END AS law, s.workers,
      ${spread(`s.task_count * ${loopSeconds} / s.run_seconds`, "speedup")},
      ${spread(`s.task_count * ${loopSeconds} / s.run_seconds / s.workers`, "efficiency")}, count(*) AS samples
    FROM samples s ${joinLoops}
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'scaling' AND s.run_seconds > 0
      AND s.tool NOT LIKE 'serial%'
    GROUP BY ALL ORDER BY s.tool, s.variant, s.start_method, s.kind, law, s.workers`
};
