import {platform, type Query} from "./query.ts";

export interface FilterChoice {
  readonly axis: "run" | "machine" | "platform" | "tool" | "start_method" | "python_build" | "workload";
  readonly value: string;
  readonly samples: number;
}

/** What the filters of the analyses can be set to, with the number of samples behind each. */
export const filterChoices: Query<FilterChoice> = {
  name: "filterChoices",
  sql: () =>
    (["tool", "start_method", "python_build", "workload"] as const)
      .map(
        (axis) =>
          `SELECT '${axis}' AS axis, s.${axis} AS value, count(*) AS samples FROM samples s WHERE s.${axis} IS NOT NULL GROUP BY s.${axis}`
      )
      .concat(
        "SELECT 'run' AS axis, s.run_id AS value, count(*) AS samples FROM samples s GROUP BY s.run_id",
        "SELECT 'machine' AS axis, e.machine AS value, count(*) AS samples FROM samples s JOIN environments e ON e.run_id = s.run_id GROUP BY e.machine",
        `SELECT 'platform' AS axis, ${platform} AS value, count(*) AS samples FROM samples s JOIN environments e ON e.run_id = s.run_id GROUP BY ${platform}`
      )
      .join(" UNION ALL ") + " ORDER BY axis, value"
};
