/**
 * What one task took in the plain loop of the same session, work and length: the median of the serial tool's own samples,
 * as a common table expression `loops`. The reference that a cell measures beside itself is a single one and may be off by
 * a tenth, which is enough to show two workers as more than twice as fast.
 */
export const loops = `loops AS (
      SELECT run_id, workload, task_seconds, median(run_seconds / task_count) AS loop_seconds
      FROM samples WHERE tool = 'serial' AND outcome = 'ok' AND run_seconds > 0 AND task_seconds > 0 GROUP BY ALL
    )`;

/** Joins `loops` (alias `l`) to the samples (alias `s`). */
export const joinLoops =
  "LEFT JOIN loops l ON l.run_id = s.run_id AND l.workload = s.workload AND l.task_seconds = s.task_seconds";

/** Seconds of one task in the plain loop; the cell's own reference where the session has no serial sample of that work. */
export const loopSeconds = "coalesce(l.loop_seconds, s.task_seconds_serial)";
