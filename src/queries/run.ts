import {type Query, sampleCondition} from "./query.ts";

export interface RunRow {
  readonly run_id: string;
  readonly machine: string;
  readonly part: string;
  readonly profile: string;
  readonly cpu_model: string;
  readonly cores: number;
  readonly memory_bytes: number;
  readonly os: string;
  readonly kernel: string;
  readonly python: string;
  readonly started: string;
  readonly samples: number;
  readonly cells: number;
  readonly ok_share: number;
  readonly samples_a_cell: number;
  /** Cores that the probes got, the median, and what nine of ten samples had at least. */
  readonly capacity_median: number;
  readonly capacity_p10: number;
  /** Width of the middle eight tenths of the pinned baseline, as a share of its median. */
  readonly baseline_drift: number;
  readonly foreign_cpu_median_seconds: number;
  readonly harness_seconds: number | null;
}

const cell =
  "concat_ws('|', s.experiment, s.tool, s.variant, s.start_method, s.workload, s.pattern, s.task_count, coalesce(s.task_seconds, -1), coalesce(s.chunk_size, 0), s.payload_in_bytes, s.payload_out_bytes, s.workers)";

/** Each run: what it was measured on, how much there is of it, how quiet it was. */
export const run: Query<RunRow> = {
  name: "run",
  sql: (filter) => `
    SELECT s.run_id, e.machine, e.part, e.profile, e.cpu_model, e.logical_cores AS cores, e.memory_bytes, e.os, e.kernel, e.python,
      strftime(min(s.started_utc), '%Y-%m-%d') AS started, count(*) AS samples, count(DISTINCT ${cell}) AS cells,
      avg(CASE WHEN s.outcome = 'ok' THEN 1.0 ELSE 0.0 END) AS ok_share,
      round(count(*) / count(DISTINCT ${cell}), 1) AS samples_a_cell,
      median((s.capacity_before + s.capacity_after) / 2) AS capacity_median,
      quantile_cont((s.capacity_before + s.capacity_after) / 2, 0.1) AS capacity_p10,
      (quantile_cont(s.baseline_seconds, 0.9) - quantile_cont(s.baseline_seconds, 0.1)) / median(s.baseline_seconds) AS baseline_drift,
      median(s.foreign_cpu_seconds) AS foreign_cpu_median_seconds, e.harness_seconds
    FROM samples s JOIN environments e ON e.run_id = s.run_id
    WHERE ${sampleCondition(filter)}
    GROUP BY s.run_id, e.machine, e.part, e.profile, e.cpu_model, e.logical_cores, e.memory_bytes, e.os, e.kernel, e.python, e.harness_seconds
    ORDER BY min(s.started_utc) DESC`
};
