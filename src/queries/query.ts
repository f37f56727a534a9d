/** What narrows the samples behind a view; nothing given means no narrowing. */
export interface SampleFilter {
  readonly runs?: readonly string[];
  readonly tools?: readonly string[];
  readonly startMethods?: readonly string[];
  readonly pythonBuilds?: readonly string[];
  readonly workloads?: readonly string[];
  readonly machines?: readonly string[];
  /** Operating system kernels: Linux, Darwin, Windows_NT. */
  readonly platforms?: readonly string[];
  /** First day that counts, ISO 8601. */
  readonly from?: string;
  /** Last day that counts. */
  readonly until?: string;
}

/** One view: its name, the SQL for a filter, and a row of it (`Row` is only a type). The same text runs at build and in the browser. */
export interface Query<Row> {
  readonly name: string;
  readonly sql: (filter: SampleFilter) => string;
  readonly row?: Row;
}

/** A name as a SQL identifier: a column may be called `limit`. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The platform of a run: the name that its kernel begins with. */
export const platform = "split_part(kernel, ' ', 1)";

/** The samples that a filter leaves, as a SQL condition on the table `samples` (alias `s`). */
export function sampleCondition({
  runs,
  tools,
  startMethods,
  pythonBuilds,
  workloads,
  machines,
  platforms,
  from,
  until
}: SampleFilter): string {
  const among = (column: string, values: readonly string[] | undefined) =>
    values && values.length > 0 ? [`s.${column} IN (${values.map(literal).join(", ")})`] : [];
  // The database reads run_id of the environments as a UUID, that of the samples as text.
  const ofRuns = (column: string, values: readonly string[] | undefined) =>
    values && values.length > 0
      ? [
          `s.run_id IN (SELECT run_id::VARCHAR FROM environments WHERE ${column} IN (${values.map(literal).join(", ")}))`
        ]
      : [];
  const conditions = [
    ...among("run_id", runs),
    ...among("tool", tools),
    ...among("start_method", startMethods),
    ...among("python_build", pythonBuilds),
    ...among("workload", workloads),
    ...ofRuns("machine", machines),
    ...ofRuns(platform, platforms),
    ...(from ? [`s.started_utc >= ${literal(from)}::TIMESTAMP`] : []),
    ...(until ? [`s.started_utc < ${literal(until)}::TIMESTAMP + INTERVAL 1 DAY`] : [])
  ];
  return conditions.length > 0 ? conditions.join(" AND ") : "TRUE";
}

/** Median and the ends between which eight of ten samples lie, as three columns. */
export const spread = (expression: string, name: string): string =>
  `median(${expression}) AS ${name}, quantile_cont(${expression}, 0.1) AS ${name}_low, quantile_cont(${expression}, 0.9) AS ${name}_high`;

/** What names a series in every view. */
export interface Series {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
}

export const seriesColumns = "s.tool, s.variant, s.start_method";
