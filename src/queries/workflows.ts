import {type Query, sampleCondition, type Series, seriesColumns, spread} from "./query.ts";

export interface WorkflowsRow extends Series {
  readonly pattern: string;
  readonly task_count: number;
  /** 0 for empty tasks. */
  readonly task_seconds: number;
  readonly run_seconds: number;
  readonly run_seconds_low: number;
  readonly run_seconds_high: number;
  /** Above what the tasks themselves take on two workers, divided by the tasks. */
  readonly overhead_seconds: number;
  readonly assignment_seconds: number | null;
  readonly execution_seconds: number | null;
  readonly transition_seconds: number | null;
  readonly samples: number;
}

/** A warm run of a workflow, and what the orchestrator's own records say of its tasks (medians of medians). */
export const workflows: Query<WorkflowsRow> = {
  name: "workflows",
  sql: (filter) => `
    WITH own AS (
      SELECT run_id, sample_id, max(value) FILTER (name = 'assignment') AS assignment_seconds,
        max(value) FILTER (name = 'execution') AS execution_seconds, max(value) FILTER (name = 'transition') AS transition_seconds
      FROM measures GROUP BY ALL
    )
    SELECT ${seriesColumns}, s.pattern, s.task_count, coalesce(s.task_seconds, 0) AS task_seconds,
      ${spread("s.run_seconds", "run_seconds")},
      median(greatest(0, s.run_seconds - coalesce(s.task_seconds, 0) *
        CASE WHEN s.pattern = 'chain' OR s.workers = 1 THEN s.task_count ELSE ceil(s.task_count / s.workers) END) / s.task_count) AS overhead_seconds,
      median(o.assignment_seconds) AS assignment_seconds, median(o.execution_seconds) AS execution_seconds,
      median(o.transition_seconds) AS transition_seconds, count(*) AS samples
    FROM samples s LEFT JOIN own o ON o.run_id = s.run_id AND o.sample_id = s.sample_id
    WHERE ${sampleCondition(filter)} AND s.outcome = 'ok' AND s.experiment = 'workflow'
    GROUP BY ALL ORDER BY s.pattern, s.task_count, coalesce(s.task_seconds, 0), median(s.run_seconds)`
};
