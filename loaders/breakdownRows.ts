import {type Family, families, toolFamily} from "../src/components/toolFamily.ts";
import type {Views} from "./gatherViews.ts";

/** What a tool costs, from beginning to end, each step measured by itself; seconds, null where there is no such step or figure. */
export interface BreakdownRow {
  readonly family: Family;
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly import_seconds: number | null;
  readonly start_seconds: number | null;
  readonly first_seconds: number | null;
  /** An empty task, many at once; for an orchestrator an empty step of a fan-out. */
  readonly dispatch_seconds: number | null;
  /** A task that is sent a megabyte, or returns one, and does nothing else. */
  readonly transfer_seconds: number | null;
  readonly collect_seconds: number | null;
  /** Share of two cores that goes into the work itself: the longest computing tasks measured. */
  readonly work_share: number | null;
  readonly stop_seconds: number | null;
  readonly samples: number;
}

type Row = Readonly<Record<string, unknown>>;
const number = (value: unknown) => (typeof value === "number" ? value : null);
const megabyte = 1_000_000;

/** Whether a row of a view is of the same tool, variant and start method. */
const isOf = (series: Row) => (row: Row) =>
  ["tool", "variant", "start_method"].every((key) => row[key] === series[key]);

/** One row for each tool, variant and start method whose beginning was measured with two workers; engines by their tables. */
export function breakdownRows(views: Views): readonly BreakdownRow[] {
  const rows = (name: string) => views[name] ?? [];
  const named = (series: Row) => {
    const {tool, variant, start_method} = series as {tool: string; variant: string; start_method: string};
    return {family: toolFamily({tool, variant}), tool, variant, start_method};
  };
  const pools = rows("startup")
    .filter(({workers, tool}) => workers === (String(tool).startsWith("serial") ? 1 : 2))
    .map((series): BreakdownRow => {
      const own = isOf(series);
      const sent = (direction: string) =>
        rows("payload").find(
          (row) => own(row) && row.workload === "bytes" && row.direction === direction && row.payload_bytes === megabyte
        );
      const empty = rows("dispatch").find(
        (row) => own(row) && row.pattern === "independent" && row.chunk === "default" && row.workers === series.workers
      );
      const step = rows("workflows").find(
        (row) => own(row) && row.pattern === "fan_out" && row.task_count === 10 && row.task_seconds === 0
      );
      const longest = rows("granularity")
        .filter((row) => own(row) && row.kind === "cpu-gil" && row.workers === series.workers)
        .toSorted((a, b) => Number(b.task_seconds) - Number(a.task_seconds))[0];
      const {family, ...names} = named(series);
      return {
        family,
        ...names,
        import_seconds: number(series.import_seconds),
        start_seconds: number(series.start_seconds),
        first_seconds: number(series.first_seconds),
        dispatch_seconds: number(empty?.task_seconds) ?? number(step?.overhead_seconds),
        transfer_seconds: number(sent("in")?.task_seconds),
        collect_seconds: number(sent("out")?.task_seconds),
        work_share: family === "one thread" ? null : number(longest?.efficiency),
        stop_seconds: number(series.stop_seconds),
        samples: Number(series.samples)
      };
    });
  // Engines import and start in one; their first question holds what is put off.
  const largest = Math.max(...rows("engines").map(({data_bytes}) => Number(data_bytes)));
  const engines = rows("engines")
    .filter(({query, data_bytes}) => query === "groupby" && data_bytes === largest)
    .map((row): BreakdownRow => ({
      ...named(row),
      import_seconds: null,
      start_seconds: number(row.start_seconds),
      first_seconds: number(row.cold_seconds),
      dispatch_seconds: null,
      transfer_seconds: null,
      collect_seconds: null,
      work_share: null,
      stop_seconds: null,
      samples: Number(row.samples)
    }));
  const begins = ({import_seconds: a, start_seconds: b, first_seconds: c}: BreakdownRow) =>
    (a ?? 0) + (b ?? 0) + (c ?? 0);
  return [...pools, ...engines].toSorted(
    (a, b) => families.indexOf(a.family) - families.indexOf(b.family) || begins(a) - begins(b)
  );
}
